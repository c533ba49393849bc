CREATE DATABASE IF NOT EXISTS lake.dws;
CREATE TABLE IF NOT EXISTS lake.dws.booking (id INT NOT NULL, branch INT NOT NULL, booked_on DATE NOT NULL, PRIMARY KEY (id) NOT ENFORCED);
CREATE TABLE IF NOT EXISTS lake.dws.branch_day (branch INT NOT NULL, booked_on DATE NOT NULL, bookings BIGINT NOT NULL, PRIMARY KEY (branch, booked_on) NOT ENFORCED);
CREATE TABLE IF NOT EXISTS lake.dws.last_day (branch INT NOT NULL, booked_on DATE NOT NULL, PRIMARY KEY (branch) NOT ENFORCED);
CREATE TEMPORARY VIEW bookings AS SELECT branch, booked_on, COUNT(*) AS bookings FROM lake.dws.booking GROUP BY branch, booked_on;
INSERT INTO lake.dws.branch_day SELECT branch, booked_on, bookings FROM bookings;
INSERT INTO lake.dws.last_day
SELECT branch, booked_on
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY branch ORDER BY booked_on DESC) AS place FROM bookings)
WHERE place = 1;
