insert into settings (id) values (1) on conflict do nothing;
--> statement-breakpoint
insert into shipping_methods (code, name, description, rate_minor, min_days, max_days, is_default, position)
values ('standard', 'Standard delivery', 'Tracked, to your door', 500, 2, 4, true, 0)
on conflict do nothing;
