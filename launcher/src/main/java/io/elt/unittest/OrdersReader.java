package io.elt.unittest;

import io.elt.diagnostic.Problems;
import io.elt.project.Value;
import io.elt.unittest.TestCase.Orders;
import io.elt.unittest.TestCase.Orders.Kept;

import java.util.ArrayList;
import java.util.List;

/** Reads what a case says of the order of its input. */
final class OrdersReader {
    private final Problems problems;

    private OrdersReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * @param problems gets what is wrong
     */
    static Orders read(Value value, Problems problems) {
        return new OrdersReader(problems).read(value);
    }

    private Orders read(Value value) {
        if (value instanceof Value.Scalar word) {
            return word(word);
        }
        if (value instanceof Value.Mapping mapping) {
            return new Orders(false, mapping.entries().stream().map(this::kept).toList());
        }
        problems.add(TestFileErrors.wrongType("'orders'", "a word or a mapping", value));
        return Orders.ANY;
    }

    private Orders word(Value.Scalar word) {
        return switch (word.text()) {
            case "any" -> Orders.ANY;
            case "exact" -> Orders.EXACT;
            default -> {
                problems.add(TestFileErrors.badOrders(word));
                yield Orders.ANY;
            }
        };
    }

    private Kept kept(Value.Entry entry) {
        Value value = entry.value();
        List<Value> items = value instanceof Value.Sequence list ? list.items() : List.of(value);
        List<Value.Scalar> columns = new ArrayList<>();
        for (Value item : items) {
            if (item instanceof Value.Scalar column) {
                columns.add(column);
                continue;
            }
            problems.add(TestFileErrors.wrongType("the key of '" + entry.key() + "'", "a list of columns", item));
        }
        return new Kept(entry.key(), entry.keySpan(), columns);
    }
}
