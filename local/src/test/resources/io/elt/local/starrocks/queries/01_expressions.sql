-- What differs between MySQL's expressions and DuckDB's.
SELECT 1/0, 5 % 0, 5 DIV 0, 7 DIV 2, 7 / 2, 7 % 4, MOD(7, 4);
-- > null|null|null|3|3.5|3|3
SELECT 1 <=> 1, NULL <=> NULL, NULL <=> 1;
-- > 1|1|0
SELECT "double quoted", 'it''s', 'it\'s', "say \"hi\"", 'tab\tend';
-- > double quoted|it's|it's|say "hi"|tab	end
SELECT true, false, 1 = 1, 1 > 2, NOT true, !false;
-- > 1|0|1|0|0|1
SELECT 1 && 0, 1 || 0, true XOR true;
-- > 0|1|0
SELECT 'abc' LIKE 'a%', 'a%c' LIKE 'a\%c', 'abc' LIKE 'a\%c', 'ABC' LIKE 'a%';
-- > 1|1|0|0
SELECT 'foobar' REGEXP 'o+b', 'foobar' RLIKE '^o', 'foobar' NOT REGEXP 'x', NOT 'foobar' REGEXP 'x';
-- > 1|0|1|1
SELECT IF(1 > 2, 'y', 'n'), IFNULL(NULL, 3), NULLIF(1, 1), COALESCE(NULL, NULL, 4), NVL(NULL, 5), ISNULL(NULL);
-- > n|3|null|4|5|1
SELECT CAST('12' AS INT), CAST('abc' AS INT), CAST(5.9 AS INT), CAST('2020-02-30' AS DATE), CAST(5 AS STRING);
-- > 12|null|5|null|5
SELECT CAST(-5.9 AS SIGNED), CONVERT('7', SIGNED), CAST(1.005 AS DECIMAL(10, 2)), CAST('1e3' AS DOUBLE), CAST(300 AS TINYINT);
-- > -5|7|1.01|1000|null
SELECT CASE WHEN 1 > 2 THEN 'a' WHEN 2 > 1 THEN 'b' ELSE 'c' END, CASE 3 WHEN 3 THEN 'three' END;
-- > b|three
SELECT 0.1 + 0.2, 100.0, 1e20, 1.5e-7, 123456789.125;
-- > 0.3|100.0|1e+20|1.5e-07|123456789.125
SELECT 2 BETWEEN 1 AND 3, 2 IN (1, 2), 2 NOT IN (1, 3), NULL IS NULL, 'b' > 'a';
-- > 1|1|1|1|1
SELECT 5 & 3, 5 | 3, BITXOR(5, 3), 1 << 3, 16 >> 2, ~1;
-- > 1|7|6|8|4|-2
SELECT 5 ^ 3;
-- ! not supported by the embedded StarRocks: the operator ^
SELECT 0x1F, -3, +3, - -3;
-- > 31|-3|3|3
SELECT GREATEST(1, 3, 2), GREATEST(1, NULL), LEAST(3, 1, 2), LEAST(NULL, 1);
-- > 3|null|1|null
SELECT 1 /* a comment */ + /*+ a hint */ 2 # the end
;
-- > 3
SELECT 1 + 1 AS `a b`, 2 AS 'c d';
-- > 2|2
SELECT 1 FROM DUAL;
-- > 1
SELECT ABS(-3), CEIL(1.2), FLOOR(-1.2), ROUND(2.567, 2), ROUND(2.5), TRUNCATE(2.567, 2), SIGN(-4), POW(2, 10), SQRT(16);
-- > 3|2|-2|2.57|3|2.56|-1|1024|4
SELECT LOG(2, 8), LOG10(1000), LN(1), EXP(0), PI();
-- > 3|3|0|1|3.141592653589793
