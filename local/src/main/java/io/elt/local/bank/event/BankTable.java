package io.elt.local.bank.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import static io.elt.local.bank.event.Column.nullable;
import static io.elt.local.bank.event.Column.onlyInEvents;
import static io.elt.local.bank.event.Column.required;
import static io.elt.local.bank.event.ColumnType.BIGINT;
import static io.elt.local.bank.event.ColumnType.DECIMAL_15_2;
import static io.elt.local.bank.event.ColumnType.DECIMAL_5_1;
import static io.elt.local.bank.event.ColumnType.DECIMAL_5_2;
import static io.elt.local.bank.event.ColumnType.FLAG;
import static io.elt.local.bank.event.ColumnType.INT;
import static io.elt.local.bank.event.ColumnType.TEXT;

/**
 * The bank's tables in an order in which they can be loaded: what is referred to comes first. The first column is the
 * key.
 */
public enum BankTable {
    DISTRICT(
            "district.asc",
            required("district_id", INT).inFileAs("A1"),
            required("name", TEXT).inFileAs("A2"),
            nullable("region", TEXT).inFileAs("A3"),
            nullable("inhabitants", BIGINT).inFileAs("A4"),
            nullable("municipalities_under_500", INT).inFileAs("A5"),
            nullable("municipalities_500_2000", INT).inFileAs("A6"),
            nullable("municipalities_2000_10000", INT).inFileAs("A7"),
            nullable("municipalities_over_10000", INT).inFileAs("A8"),
            nullable("cities", INT).inFileAs("A9"),
            nullable("urban_ratio", DECIMAL_5_1).inFileAs("A10"),
            nullable("average_salary", INT).inFileAs("A11"),
            nullable("unemployment_95", DECIMAL_5_2).inFileAs("A12"),
            nullable("unemployment_96", DECIMAL_5_2).inFileAs("A13"),
            nullable("entrepreneurs_per_1000", INT).inFileAs("A14"),
            nullable("crimes_95", INT).inFileAs("A15"),
            nullable("crimes_96", INT).inFileAs("A16")),
    CLIENT("client.asc", required("client_id", BIGINT), nullable("birth_number", TEXT), nullable("district_id", INT)),
    ACCOUNT(
            "account.asc",
            required("account_id", BIGINT),
            required("district_id", INT),
            nullable("frequency", TEXT),
            nullable("date", TEXT)),
    DISPOSITION(
            "disp.asc",
            required("disp_id", BIGINT),
            required("client_id", BIGINT),
            required("account_id", BIGINT),
            required("type", TEXT)),
    LOAN(
            "loan.asc",
            required("loan_id", BIGINT),
            required("account_id", BIGINT),
            nullable("date", TEXT),
            required("amount", DECIMAL_15_2),
            nullable("duration", INT),
            nullable("payments", DECIMAL_15_2),
            required("status", TEXT)),
    TRANSACTION(
            "trans.asc",
            required("trans_id", BIGINT),
            required("account_id", BIGINT),
            required("date", TEXT),
            required("type", TEXT),
            nullable("operation", TEXT),
            required("amount", DECIMAL_15_2),
            nullable("balance", DECIMAL_15_2),
            nullable("k_symbol", TEXT),
            nullable("bank", TEXT),
            nullable("account", TEXT),
            onlyInEvents("cancelled", FLAG));

    private static final Map<String, BankTable> BY_TOPIC =
            Arrays.stream(values()).collect(Collectors.toMap(BankTable::topic, Function.identity()));

    private final String file;
    private final List<Column> columns;

    BankTable(String file, Column... columns) {
        this.file = file;
        this.columns = List.of(columns);
    }

    /** The table's name at the source, as Debezium tells it. */
    public String sourceName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String topic() {
        return "bank." + sourceName();
    }

    public static BankTable ofTopic(String topic) {
        return BY_TOPIC.get(topic);
    }

    /** The table's file in the PKDD'99 form. */
    public String file() {
        return file;
    }

    public List<Column> columns() {
        return columns;
    }

    public Column key() {
        return columns.get(0);
    }

    /** Whether the topic holds Debezium changes; the transactions' holds plain events. */
    public boolean isChangeCapture() {
        return this != TRANSACTION;
    }

    int position(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(this + " has no column " + column);
    }
}
