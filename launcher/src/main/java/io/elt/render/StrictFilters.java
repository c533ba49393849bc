package io.elt.render;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.util.ObjectTruthValue;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The filters and tests that may be asked about a name that does not exist, and the one that quotes for SQL. */
final class StrictFilters {

    private StrictFilters() {}

    static List<Filter> filters() {
        return List.of(new Default("default"), new Default("d"), new Sql());
    }

    static List<ExpTest> tests() {
        return List.of(new Defined("defined", true), new Defined("undefined", false));
    }

    private static void forgive(Object value, JinjavaInterpreter interpreter) {
        if (value == null) {
            ((StrictInterpreter) interpreter).rendering().evaluation().forgiveUndefined();
        }
    }

    private record Default(String name) implements Filter {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
            return filter(value, interpreter, arguments, Map.of());
        }

        @Override
        public Object filter(
                Object value, JinjavaInterpreter interpreter, Object[] arguments, Map<String, Object> named) {
            forgive(value, interpreter);
            Object instead = arguments.length > 0 ? arguments[0] : named.get("default_value");
            Object falsyToo = arguments.length > 1 ? arguments[1] : named.get("boolean");
            boolean missing =
                    value == null || (ObjectTruthValue.evaluate(falsyToo) && !ObjectTruthValue.evaluate(value));
            return missing ? instead : value;
        }
    }

    private record Defined(String name, boolean wanted) implements ExpTest {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean evaluate(Object value, JinjavaInterpreter interpreter, Object... arguments) {
            forgive(value, interpreter);
            return (value != null) == wanted;
        }
    }

    /** {@code 'O''Neil' | sql}: a SQL literal of the value, a list as {@code 'a', 'b'}. */
    private static final class Sql implements Filter {

        @Override
        public String getName() {
            return "sql";
        }

        @Override
        public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
            return literal(value);
        }

        private static String literal(Object value) {
            if (value == null) {
                return "NULL";
            }
            if (value instanceof BigDecimal number) {
                return number.toPlainString();
            }
            if (value instanceof Number || value instanceof Boolean) {
                return value.toString().toUpperCase(java.util.Locale.ROOT);
            }
            if (value instanceof Collection<?> items) {
                return items.stream().map(Sql::literal).collect(Collectors.joining(", "));
            }
            return SqlText.quote(value.toString());
        }
    }
}
