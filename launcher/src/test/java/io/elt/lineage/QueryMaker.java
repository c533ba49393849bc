package io.elt.lineage;

import io.elt.lineage.TruePart.TrueColumn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Makes queries up, step by step, and with each step what it does to the lineage. */
final class QueryMaker {
    private final Random random;
    private final List<TruePart> tables;

    /** Whether the query is for StarRocks. */
    private final boolean serving;

    private final AtomicInteger names;

    QueryMaker(Random random, AtomicInteger names, List<TruePart> tables, boolean serving) {
        this.random = random;
        this.names = names;
        this.tables = tables;
        this.serving = serving;
    }

    TruePart query(int steps) {
        TruePart part = pick(tables);
        for (int i = 0; i < steps; i++) {
            part = step(part);
        }
        return computed(part);
    }

    private TruePart step(TruePart part) {
        return switch (random.nextInt(serving ? 7 : 9)) {
            case 0 -> computed(part);
            case 1 -> filtered(part);
            case 2 -> joined(part, pick(tables));
            case 3 -> grouped(part);
            case 4 -> united(part, pick(tables));
            case 5 -> summed(part);
            case 6 -> filteredByQuery(part);
            case 7 -> ranked(part);
            default -> unnested(part);
        };
    }

    private TruePart computed(TruePart part) {
        List<String> items = new ArrayList<>();
        List<TrueColumn> columns = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            items.add(expression(part, columns));
        }
        return new TruePart(
                "(SELECT " + String.join(", ", items) + " FROM " + part.from() + " t)", columns, part.rows());
    }

    private String expression(TruePart part, List<TrueColumn> columns) {
        String name = name();
        TrueColumn one = pick(part.columns());
        List<TrueColumn> alike = part.columns().stream()
                .filter(column ->
                        column.isText() == one.isText() && !column.name().equals(one.name()))
                .toList();
        String sql = "t." + one.name();
        switch (random.nextInt(alike.isEmpty() || !one.mayBeNull() ? 5 : 7)) {
            case 0 -> columns.add(new TrueColumn(name, one.isText(), one.mayBeNull(), one.from()));
            case 1 -> {
                sql = one.isText() ? "UPPER(" + sql + ")" : sql + " + 1";
                columns.add(new TrueColumn(
                        name, one.isText(), one.mayBeNull(), TruePart.through(one.from(), "transformation")));
            }
            case 2 -> {
                sql = one.isText() ? "CHAR_LENGTH(" + sql + ")" : "CAST(" + sql + " AS VARCHAR(20))";
                columns.add(new TrueColumn(
                        name, !one.isText(), one.mayBeNull(), TruePart.through(one.from(), "transformation")));
            }
            case 3 -> {
                TrueColumn by = pick(part.columns());
                sql = "CASE WHEN " + condition(by) + " THEN " + sql + " ELSE " + constant(one) + " END";
                columns.add(new TrueColumn(
                        name,
                        one.isText(),
                        one.mayBeNull(),
                        TruePart.all(List.of(
                                TruePart.through(one.from(), "transformation"),
                                TruePart.through(by.from(), "conditional")))));
            }
            case 4 -> {
                sql = constant(one);
                columns.add(new TrueColumn(name, one.isText(), false, Map.of()));
            }
            case 5 -> {
                TrueColumn two = pick(alike);
                sql = "COALESCE(" + sql + ", t." + two.name() + ")";
                columns.add(both(name, one, two));
            }
            default -> {
                TrueColumn two = pick(alike);
                sql = one.isText() ? "CONCAT(" + sql + ", t." + two.name() + ")" : sql + " - t." + two.name();
                columns.add(both(name, one, two));
            }
        }
        return sql + " AS " + name;
    }

    private static TrueColumn both(String name, TrueColumn one, TrueColumn two) {
        return new TrueColumn(
                name,
                one.isText(),
                false,
                TruePart.through(TruePart.all(List.of(one.from(), two.from())), "transformation"));
    }

    private TruePart filtered(TruePart part) {
        TrueColumn by = pick(part.columns());
        return new TruePart(
                "(SELECT * FROM " + part.from() + " t WHERE " + condition(by) + ")",
                part.columns(),
                part.rowsAnd(List.of(by), "filter"));
    }

    private TruePart joined(TruePart left, TruePart right) {
        TrueColumn one = pick(left.columns());
        List<TrueColumn> fitting = right.columns().stream()
                .filter(column -> column.isText() == one.isText())
                .toList();
        if (fitting.isEmpty()) {
            return left;
        }
        TrueColumn two = pick(fitting);
        List<TrueColumn> columns = new ArrayList<>();
        List<String> items = new ArrayList<>();
        left.columns().forEach(column -> items.add("l." + column.name() + " AS " + renamed(column, columns)));
        right.columns().forEach(column -> items.add("r." + column.name() + " AS " + renamed(column, columns)));
        String kind = random.nextBoolean() ? " LEFT JOIN " : " JOIN ";
        return new TruePart(
                "(SELECT " + String.join(", ", items) + " FROM " + left.from() + " l" + kind + right.from() + " r ON l."
                        + one.name() + " = r." + two.name() + ")",
                columns,
                TruePart.all(List.of(left.rowsAnd(List.of(one, two), "join"), right.rows())));
    }

    private String renamed(TrueColumn column, List<TrueColumn> columns) {
        String name = name();
        columns.add(new TrueColumn(name, column.isText(), column.mayBeNull(), column.from()));
        return name;
    }

    private TruePart grouped(TruePart part) {
        List<TrueColumn> keys = part.columns().stream()
                .filter(column -> !column.isConstant() && random.nextInt(3) == 0)
                .toList();
        if (keys.isEmpty()) {
            return part;
        }
        List<TrueColumn> columns = new ArrayList<>();
        List<String> items = new ArrayList<>();
        keys.forEach(key -> items.add("t." + key.name() + " AS " + renamed(key, columns)));
        TrueColumn value = pick(part.columns());
        String name = name();
        items.add((random.nextBoolean() ? "MAX" : "MIN") + "(t." + value.name() + ") AS " + name);
        columns.add(
                new TrueColumn(name, value.isText(), value.mayBeNull(), TruePart.through(value.from(), "aggregation")));
        String count = name();
        items.add("CAST(COUNT(*) AS INT) AS " + count);
        columns.add(new TrueColumn(count, false, false, Map.of()));
        return new TruePart(
                "(SELECT " + String.join(", ", items) + " FROM " + part.from() + " t GROUP BY "
                        + keys.stream().map(key -> "t." + key.name()).collect(Collectors.joining(", ")) + ")",
                columns,
                part.rowsAnd(keys, "group by"));
    }

    private TruePart united(TruePart above, TruePart below) {
        List<TrueColumn> columns = new ArrayList<>();
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (TrueColumn column : above.columns()) {
            below.columns().stream()
                    .filter(other -> other.isText() == column.isText() && used.add(other.name()))
                    .findFirst()
                    .ifPresent(other -> {
                        String name = name();
                        first.add("t." + column.name() + " AS " + name);
                        second.add("t." + other.name());
                        columns.add(new TrueColumn(
                                name,
                                column.isText(),
                                column.mayBeNull() && other.mayBeNull(),
                                TruePart.all(List.of(column.from(), other.from()))));
                    });
        }
        if (columns.isEmpty()) {
            return above;
        }
        return new TruePart(
                "(SELECT " + String.join(", ", first) + " FROM " + above.from() + " t UNION ALL SELECT "
                        + String.join(", ", second) + " FROM " + below.from() + " t)",
                columns,
                TruePart.all(List.of(above.rows(), below.rows())));
    }

    private TruePart summed(TruePart part) {
        List<TrueColumn> numbers =
                part.columns().stream().filter(column -> !column.isText()).toList();
        if (numbers.isEmpty()) {
            return part;
        }
        TrueColumn value = pick(numbers);
        TrueColumn partition = pick(part.columns());
        TrueColumn order = pick(part.columns());
        List<TrueColumn> columns = new ArrayList<>(part.columns());
        String name = name();
        columns.add(new TrueColumn(
                name,
                false,
                false,
                TruePart.all(List.of(
                        TruePart.through(value.from(), "aggregation"),
                        TruePart.through(partition.from(), "window"),
                        TruePart.through(order.from(), "window")))));
        return new TruePart(
                "(SELECT t.*, SUM(t." + value.name() + ") OVER (PARTITION BY t." + partition.name() + " ORDER BY t."
                        + order.name() + ") AS " + name + " FROM " + part.from() + " t)",
                columns,
                part.rows());
    }

    private TruePart filteredByQuery(TruePart part) {
        TrueColumn by = pick(part.columns());
        TruePart other = pick(tables);
        List<TrueColumn> fitting = other.columns().stream()
                .filter(column -> column.isText() == by.isText())
                .toList();
        if (fitting.isEmpty()) {
            return part;
        }
        TrueColumn in = pick(fitting);
        TrueColumn where = pick(other.columns());
        return new TruePart(
                "(SELECT * FROM " + part.from() + " t WHERE t." + by.name() + " IN (SELECT s." + in.name() + " FROM "
                        + other.from() + " s WHERE " + condition(where).replace("t.", "s.") + "))",
                part.columns(),
                TruePart.all(
                        List.of(part.rowsAnd(List.of(by, in), "filter"), other.rowsAnd(List.of(where), "filter"))));
    }

    private TruePart ranked(TruePart part) {
        TrueColumn partition = pick(part.columns());
        TrueColumn order = pick(part.columns());
        String names = part.columns().stream().map(TrueColumn::name).collect(Collectors.joining(", "));
        return new TruePart(
                "(SELECT " + names + " FROM (SELECT t.*, ROW_NUMBER() OVER (PARTITION BY t." + partition.name()
                        + " ORDER BY t." + order.name() + ") AS rank_ FROM " + part.from() + " t) WHERE rank_ <= 2)",
                part.columns(),
                part.rowsAnd(List.of(partition, order), "window"));
    }

    private TruePart unnested(TruePart part) {
        TrueColumn value = pick(part.columns());
        List<TrueColumn> columns = new ArrayList<>(part.columns());
        String name = name();
        columns.add(new TrueColumn(name, value.isText(), false, TruePart.through(value.from(), "transformation")));
        return new TruePart(
                "(SELECT t.*, u." + name + " FROM " + part.from() + " t CROSS JOIN UNNEST(ARRAY[t." + value.name()
                        + "]) AS u (" + name + "))",
                columns,
                part.rowsAnd(List.of(value), "join"));
    }

    private String condition(TrueColumn column) {
        return "t." + column.name() + (column.isText() ? " > 'm'" : " > " + random.nextInt(9));
    }

    private String constant(TrueColumn column) {
        return column.isText() ? "'none'" : String.valueOf(random.nextInt(100));
    }

    private String name() {
        return "c" + names.getAndIncrement();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    static Map<String, Set<String>> itself(String column) {
        return new TreeMap<>(Map.of(column, Set.of("identity")));
    }
}
