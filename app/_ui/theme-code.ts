/** Of its own, because the policy of proxy.ts names its hash. */
export const themeCode = `(function(e){e.classList.add('js');try{var t=localStorage.getItem('theme');if(t==='dark'||t==='light')e.dataset.theme=t}catch(_){}})(document.documentElement)`
