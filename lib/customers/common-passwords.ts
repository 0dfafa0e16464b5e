/** Guessed first by everybody who guesses: the most used passwords of at least eight characters, from public lists of leaked ones. */
const common = new Set(
  `12345678 123456789 1234567890 12345678910 123123123 987654321 0987654321 11111111 111111111 00000000 88888888 66666666 99999999 12341234
  11223344 1122334455 123454321 147258369 159753456 789456123 87654321 password password1 password12 password123 password1234 password!
  passw0rd p@ssw0rd p@ssword passwort passwort1 motdepasse contraseña parola123 iloveyou iloveyou1 ilovemyself sunshine sunshine1 princess
  princess1 football football1 baseball basketball superman superman1 batman123 spiderman pokemon123 starwars starwars1 trustno1 trustnoone
  letmein1 letmein123 welcome1 welcome12 welcome123 welcome1234 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456
  qwertz123 azerty123 asdfghjk asdfghjkl asdfasdf zxcvbnm1 zxcvbnm123 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc qazwsxedc
  q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 abcd1234 abc12345 abcdefgh abcdefg1 a1b2c3d4 aa123456 aa12345678 a1234567 a12345678 a123456789
  admin123 admin1234 administrator root1234 changeme changeme1 changeme123 default1 secret123 computer computer1 internet internet1
  michael1 michelle jennifer jessica1 jordan23 charlie1 ashley123 samantha alexander victoria whatever whatever1 monkey123 dragon123
  shadow123 master123 freedom1 mustang1 corvette mercedes ferrari1 liverpool liverpool1 chelsea1 arsenal1 barcelona realmadrid
  blink182 metallica slipknot nirvana1 guinness chocolate chocolate1 butterfly sweetheart lovelove loveyou1 babygirl babygirl1 hellokitty
  hello123 hello1234 hellohello google123 facebook facebook1 instagram linkedin twitter1 minecraft fortnite samsung1 samsung123 nintendo
  access14 maverick midnight november december september february summer2023 summer2024 summer2025 summer2026 winter2024 winter2025
  spring2025 autumn2025 test1234 testtest testing1 test12345 guest123 user1234 demo1234 temp1234 newpassword mypassword yourpassword
  highstreet highstreet1 shopping shopping1`.split(/\s+/),
)

export const isCommonPassword = (password: string): boolean => common.has(password.toLowerCase())
