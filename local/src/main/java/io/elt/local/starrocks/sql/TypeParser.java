package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.TypeName;

import java.util.ArrayList;
import java.util.List;

/** Reads a column type. */
final class TypeParser {
    private static final int MAXIMUM_VARCHAR = 1048576;
    private static final int MAXIMUM_CHAR = 255;

    private TypeParser() {}

    static DataType parse(TokenReader reader) throws StarRocksException {
        String word = reader.identifier();
        TypeName name = TypeName.of(word)
                .orElseThrow(() -> StarRocksException.notSupported("the type " + word
                        + "; use BOOLEAN, TINYINT, SMALLINT, INT, BIGINT, LARGEINT, FLOAT, DOUBLE, DECIMAL, CHAR,"
                        + " VARCHAR, STRING, DATE, DATETIME, JSON or VARBINARY"));
        List<Integer> parameters = parameters(reader);
        if (name == TypeName.BIGINT && reader.accept("UNSIGNED")) {
            return DataType.of(TypeName.LARGEINT);
        }
        reader.accept("SIGNED");
        if (name == TypeName.DECIMAL) {
            return decimal(parameters);
        }
        if (parameters.isEmpty() || !(name.isText() || name == TypeName.VARBINARY)) {
            return DataType.of(name);
        }
        int maximum = name == TypeName.CHAR ? MAXIMUM_CHAR : MAXIMUM_VARCHAR;
        if (parameters.get(0) < 1 || parameters.get(0) > maximum) {
            throw StarRocksException.analysis(
                    name + " size must be between 1 and " + maximum + ", but was " + parameters.get(0));
        }
        return new DataType(name, parameters.get(0), 0);
    }

    private static DataType decimal(List<Integer> parameters) throws StarRocksException {
        int precision = parameters.isEmpty() ? 10 : parameters.get(0);
        int scale = parameters.size() < 2 ? 0 : parameters.get(1);
        if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
            throw StarRocksException.analysis("DECIMAL's precision should range from 1 to 38 and its scale from 0 to"
                    + " the precision, but was (" + precision + ", " + scale + ")");
        }
        return DataType.decimal(precision, scale);
    }

    private static List<Integer> parameters(TokenReader reader) throws StarRocksException {
        List<Integer> parameters = new ArrayList<>();
        if (!reader.acceptSymbol("(")) {
            return parameters;
        }
        do {
            Token token = reader.next();
            if (!token.text().matches("\\d{1,9}")) {
                throw StarRocksException.syntax("Unexpected input '" + token.text() + "' in a type");
            }
            parameters.add(Integer.parseInt(token.text()));
        } while (reader.acceptSymbol(","));
        reader.expectSymbol(")");
        return parameters;
    }
}
