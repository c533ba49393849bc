SELECT CONCAT('a', 1, 'b'), CONCAT('a', NULL), CONCAT_WS(',', 'a', NULL, 'b');
-- > a1b|null|a,b
SELECT LENGTH('é'), CHAR_LENGTH('é'), UPPER('abc'), LCASE('ABC'), REVERSE('abc'), REPEAT('ab', 2);
-- > 2|1|ABC|abc|cba|abab
SELECT SUBSTRING('abcdef', 2, 3), SUBSTR('abcdef', -2), LEFT('abc', 2), RIGHT('abc', 2), MID('abcdef', 2, 2);
-- > bcd|ef|ab|bc|bc
SELECT LOCATE('b', 'abcb'), LOCATE('b', 'abcb', 3), INSTR('abc', 'c'), LOCATE('x', 'abc');
-- > 2|4|3|0
SELECT LPAD('7', 3, '0'), RPAD('7', 3, '0'), TRIM('  a '), LTRIM('  a'), RTRIM('a  '), REPLACE('abc', 'b', 'x');
-- > 007|700|a|a|a|axc
SELECT SPLIT_PART('a,b,c', ',', 2), SUBSTRING_INDEX('a.b.c', '.', 2), FIND_IN_SET('b', 'a,b'), FIELD('b', 'a', 'b');
-- > b|a.b|2|2
SELECT REGEXP_REPLACE('a1b22', '[0-9]+', '#'), REGEXP_EXTRACT('a1b22', '([0-9]+)$', 1);
-- > a#b#|22
SELECT ASCII('A'), CHAR(66), HEX('AB'), MD5('a'), SPACE(2), STARTS_WITH('abc', 'ab'), ENDS_WITH('abc', 'bc');
-- > 65|B|4142|0cc175b9c0f1b6a831c399e269772661|  |1|1
SELECT INITCAP('hello world'), STRLEFT('abc', 1), NULL_OR_EMPTY('');
-- > Hello World|a|1
SELECT GET_JSON_STRING('{"a": {"b": "x"}}', '$.a.b'), GET_JSON_INT('{"a": 5}', '$.a'), GET_JSON_DOUBLE('{"a": 1.5}', '$.a');
-- > x|5|1.5
SELECT TRIM(BOTH 'x' FROM 'xaxx'), SUBSTRING('abcdef' FROM 2 FOR 3), UPPER(5), LEFT(12345, 2), LPAD(7, 3, 0);
-- > a|bcd|5|12|007
