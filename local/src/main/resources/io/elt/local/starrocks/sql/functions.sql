-- StarRocks' functions in DuckDB's SQL, one macro per line: name and parameters, then the body.
-- A value as text, as StarRocks prints it: booleans are 1 and 0, timestamps have no zero fraction.
text(x BOOLEAN) AS CAST(CAST(x AS INTEGER) AS VARCHAR), (x) AS CASE WHEN typeof(x) = 'DOUBLE' THEN regexp_replace(CAST(x AS VARCHAR), '\.0$', '') ELSE CAST(x AS VARCHAR) END
-- A number without the digits after the point; what is no number is NULL.
whole(x BOOLEAN) AS CAST(x AS HUGEINT), (x HUGEINT) AS x, (x DATE) AS CAST(strftime(x, '%Y%m%d') AS HUGEINT), (x TIMESTAMP) AS CAST(strftime(x, '%Y%m%d%H%M%S') AS HUGEINT), (x VARCHAR) AS TRY_CAST(trunc(TRY_CAST(trim(x) AS DECIMAL(38,10))) AS HUGEINT), (x DOUBLE) AS TRY_CAST(trunc(x) AS HUGEINT)
nvl(a, b) AS coalesce(a, b)
isnull(a) AS (a IS NULL)
isnotnull(a) AS (a IS NOT NULL)
ucase(s) AS upper(s)
lcase(s) AS lower(s)
length(s) AS strlen(CAST(s AS VARCHAR))
char_length(s) AS length(CAST(s AS VARCHAR))
character_length(s) AS length(CAST(s AS VARCHAR))
mid(s, p) AS substring(s, p), (s, p, n) AS substring(s, p, n)
substr(s, p) AS substring(CAST(s AS VARCHAR), p), (s, p, n) AS substring(CAST(s AS VARCHAR), p, n)
strleft(s, n) AS left(s, n)
strright(s, n) AS right(s, n)
locate(part, s) AS instr(s, part), (part, s, p) AS CASE WHEN instr(substring(s, p), part) = 0 THEN 0 ELSE instr(substring(s, p), part) + p - 1 END
find_in_set(part, s) AS coalesce(list_position(string_split(s, ','), part), 0)
regexp_replace(s, p, r) AS regexp_replace(s, p, r, 'g')
regexp(s, p) AS regexp_matches(s, p)
space(n) AS repeat(' ', n)
char(n) AS chr(CAST(n AS INTEGER))
split(s, d) AS string_split(s, d)
substring_index(s, d, n) AS CASE WHEN n = 0 THEN '' ELSE substring(list_reduce(list_concat([''], CASE WHEN n > 0 THEN string_split(s, d)[1:n] ELSE string_split(s, d)[n:] END), lambda a, b : a || d || b), length(d) + 1) END
append_trailing_char_if_absent(s, c) AS CASE WHEN s = '' OR right(s, 1) = c THEN s ELSE s || c END
null_or_empty(s) AS (s IS NULL OR s = '')
initcap(s) AS array_to_string(list_transform(string_split(lower(s), ' '), lambda w : upper(left(w, 1)) || substring(w, 2)), ' ')
money_format(x) AS format('{:,.2f}', CAST(x AS DOUBLE))
truncate(x, d) AS trunc(CAST(x AS DOUBLE) * pow(10, d)) / pow(10, d)
ceiling(x) AS CAST(ceil(x) AS BIGINT)
ceil(x) AS CAST(ceil(x) AS BIGINT)
dceil(x) AS CAST(ceil(x) AS BIGINT)
floor(x) AS CAST(floor(x) AS BIGINT)
dfloor(x) AS CAST(floor(x) AS BIGINT)
fmod(a, b) AS a % b
mod(a, b) AS a % b
pmod(a, b) AS ((a % b) + b) % b
dpow(a, b) AS pow(a, b)
fpow(a, b) AS pow(a, b)
log(x) AS ln(x), (b, x) AS ln(x) / ln(b)
dlog10(x) AS log10(x)
positive(x) AS x
negative(x) AS -x
bitor(a, b) AS a | b
bitxor(a, b) AS xor(a, b)
bitnot(a) AS ~a
bit_and_of(a, b) AS a & b
date(x) AS TRY_CAST(x AS DATE)
to_date(x) AS TRY_CAST(x AS DATE)
curdate() AS current_date
curtime() AS CAST(current_localtimestamp() AS TIME)
now() AS CAST(date_trunc('second', current_localtimestamp()) AS TIMESTAMP)
sysdate() AS CAST(date_trunc('second', current_localtimestamp()) AS TIMESTAMP)
localtimestamp() AS CAST(date_trunc('second', current_localtimestamp()) AS TIMESTAMP)
localtime() AS CAST(date_trunc('second', current_localtimestamp()) AS TIMESTAMP)
current_timestamp() AS CAST(date_trunc('second', current_localtimestamp()) AS TIMESTAMP)
utc_timestamp() AS CAST(date_trunc('second', now() AT TIME ZONE 'UTC') AS TIMESTAMP)
unix_timestamp() AS CAST(epoch(now()) AS BIGINT), (x) AS CAST(epoch(CAST(TRY_CAST(x AS TIMESTAMP) AS TIMESTAMPTZ)) AS BIGINT)
from_unixtime(x, p) AS strftime(CAST(to_timestamp(CAST(x AS DOUBLE)) AS TIMESTAMP), p)
date_format(x, p) AS strftime(TRY_CAST(x AS TIMESTAMP), p)
str_to_date(s, p) AS try_strptime(s, p)
str2date(s, p) AS CAST(try_strptime(s, p) AS DATE)
year(x) AS year(TRY_CAST(x AS TIMESTAMP))
quarter(x) AS quarter(TRY_CAST(x AS TIMESTAMP))
month(x) AS month(TRY_CAST(x AS TIMESTAMP))
day(x) AS day(TRY_CAST(x AS TIMESTAMP))
dayofmonth(x) AS day(TRY_CAST(x AS TIMESTAMP))
dayofyear(x) AS dayofyear(TRY_CAST(x AS TIMESTAMP))
dayofweek(x) AS dayofweek(TRY_CAST(x AS TIMESTAMP)) + 1
weekday(x) AS isodow(TRY_CAST(x AS TIMESTAMP)) - 1
week(x) AS CAST(strftime(TRY_CAST(x AS TIMESTAMP), '%U') AS INTEGER)
weekofyear(x) AS week(TRY_CAST(x AS TIMESTAMP))
week_iso(x) AS week(TRY_CAST(x AS TIMESTAMP))
yearweek(x) AS CAST(strftime(TRY_CAST(x AS TIMESTAMP), '%Y%U') AS INTEGER)
hour(x) AS hour(TRY_CAST(x AS TIMESTAMP))
minute(x) AS minute(TRY_CAST(x AS TIMESTAMP))
second(x) AS second(TRY_CAST(x AS TIMESTAMP))
microsecond(x) AS microsecond(TRY_CAST(x AS TIMESTAMP)) % 1000000
dayname(x) AS dayname(TRY_CAST(x AS TIMESTAMP))
monthname(x) AS monthname(TRY_CAST(x AS TIMESTAMP))
last_day(x) AS last_day(TRY_CAST(x AS DATE))
makedate(y, d) AS CAST(make_date(y, 1, 1) + to_days(CAST(d - 1 AS INTEGER)) AS DATE)
to_days(x) AS CAST(TRY_CAST(x AS DATE) - DATE '1970-01-01' AS BIGINT) + 719528
from_days(n) AS CAST(DATE '1970-01-01' + to_days(CAST(n - 719528 AS INTEGER)) AS DATE)
datediff(a, b) AS TRY_CAST(a AS DATE) - TRY_CAST(b AS DATE)
date_trunc(u, x DATE) AS date_trunc(u, x), (u, x) AS date_trunc(u, TRY_CAST(x AS TIMESTAMP))
date_add(x, i INTERVAL) AS TRY_CAST(x AS TIMESTAMP) + i, (x, n BIGINT) AS TRY_CAST(x AS TIMESTAMP) + to_days(CAST(n AS INTEGER))
adddate(x, i INTERVAL) AS TRY_CAST(x AS TIMESTAMP) + i, (x, n BIGINT) AS TRY_CAST(x AS TIMESTAMP) + to_days(CAST(n AS INTEGER))
date_sub(x, i INTERVAL) AS TRY_CAST(x AS TIMESTAMP) - i, (x, n BIGINT) AS TRY_CAST(x AS TIMESTAMP) - to_days(CAST(n AS INTEGER))
subdate(x, i INTERVAL) AS TRY_CAST(x AS TIMESTAMP) - i, (x, n BIGINT) AS TRY_CAST(x AS TIMESTAMP) - to_days(CAST(n AS INTEGER))
years_add(x, n) AS TRY_CAST(x AS TIMESTAMP) + to_years(CAST(n AS INTEGER))
years_sub(x, n) AS TRY_CAST(x AS TIMESTAMP) - to_years(CAST(n AS INTEGER))
quarters_add(x, n) AS TRY_CAST(x AS TIMESTAMP) + to_months(CAST(n * 3 AS INTEGER))
quarters_sub(x, n) AS TRY_CAST(x AS TIMESTAMP) - to_months(CAST(n * 3 AS INTEGER))
months_add(x, n) AS TRY_CAST(x AS TIMESTAMP) + to_months(CAST(n AS INTEGER))
add_months(x, n) AS TRY_CAST(x AS TIMESTAMP) + to_months(CAST(n AS INTEGER))
months_sub(x, n) AS TRY_CAST(x AS TIMESTAMP) - to_months(CAST(n AS INTEGER))
weeks_add(x, n) AS TRY_CAST(x AS TIMESTAMP) + to_days(CAST(n * 7 AS INTEGER))
weeks_sub(x, n) AS TRY_CAST(x AS TIMESTAMP) - to_days(CAST(n * 7 AS INTEGER))
days_add(x, n) AS TRY_CAST(x AS TIMESTAMP) + to_days(CAST(n AS INTEGER))
days_sub(x, n) AS TRY_CAST(x AS TIMESTAMP) - to_days(CAST(n AS INTEGER))
hours_add(x, n) AS TRY_CAST(x AS TIMESTAMP) + to_hours(CAST(n AS BIGINT))
hours_sub(x, n) AS TRY_CAST(x AS TIMESTAMP) - to_hours(CAST(n AS BIGINT))
minutes_add(x, n) AS TRY_CAST(x AS TIMESTAMP) + to_minutes(CAST(n AS BIGINT))
minutes_sub(x, n) AS TRY_CAST(x AS TIMESTAMP) - to_minutes(CAST(n AS BIGINT))
seconds_add(x, n) AS TRY_CAST(x AS TIMESTAMP) + to_seconds(CAST(n AS DOUBLE))
seconds_sub(x, n) AS TRY_CAST(x AS TIMESTAMP) - to_seconds(CAST(n AS DOUBLE))
years_diff(a, b) AS date_sub('year', TRY_CAST(b AS TIMESTAMP), TRY_CAST(a AS TIMESTAMP))
quarters_diff(a, b) AS date_sub('quarter', TRY_CAST(b AS TIMESTAMP), TRY_CAST(a AS TIMESTAMP))
months_diff(a, b) AS date_sub('month', TRY_CAST(b AS TIMESTAMP), TRY_CAST(a AS TIMESTAMP))
weeks_diff(a, b) AS date_sub('week', TRY_CAST(b AS TIMESTAMP), TRY_CAST(a AS TIMESTAMP))
days_diff(a, b) AS date_sub('day', TRY_CAST(b AS TIMESTAMP), TRY_CAST(a AS TIMESTAMP))
hours_diff(a, b) AS date_sub('hour', TRY_CAST(b AS TIMESTAMP), TRY_CAST(a AS TIMESTAMP))
minutes_diff(a, b) AS date_sub('minute', TRY_CAST(b AS TIMESTAMP), TRY_CAST(a AS TIMESTAMP))
seconds_diff(a, b) AS date_sub('second', TRY_CAST(b AS TIMESTAMP), TRY_CAST(a AS TIMESTAMP))
date_diff(u, a, b) AS date_sub(u, TRY_CAST(b AS TIMESTAMP), TRY_CAST(a AS TIMESTAMP))
convert_tz(x, a, b) AS (TRY_CAST(x AS TIMESTAMP) AT TIME ZONE a) AT TIME ZONE b
parse_json(s) AS TRY_CAST(s AS JSON)
get_json_string(j, p) AS json_extract_string(j, p)
get_json_int(j, p) AS TRY_CAST(json_extract_string(j, p) AS BIGINT)
get_json_bigint(j, p) AS TRY_CAST(json_extract_string(j, p) AS BIGINT)
get_json_double(j, p) AS TRY_CAST(json_extract_string(j, p) AS DOUBLE)
json_query(j, p) AS json_extract(j, p)
json_length(j) AS CASE json_type(j) WHEN 'OBJECT' THEN len(json_keys(j)) WHEN 'ARRAY' THEN json_array_length(j) ELSE 1 END
catalog() AS 'default_catalog'
current_catalog() AS 'default_catalog'
current_role() AS 'root'
