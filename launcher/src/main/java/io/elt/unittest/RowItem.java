package io.elt.unittest;

import io.elt.diagnostic.SourceSpan;
import io.elt.project.Value;
import org.apache.flink.types.RowKind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An item of a list of rows.
 *
 * @param columns what it gives, with the defaults of its table
 * @param own how many of them it gives itself
 * @param watermark the time of a watermark, which is no row
 */
record RowItem(RowKind kind, List<Value.Entry> columns, int own, Optional<Value> watermark, SourceSpan span) {
    private static final String WATERMARK = "watermark";

    static RowItem of(Value item, Optional<Value.Mapping> defaults) {
        Value.Mapping row = TestRows.mapping(item);
        if (row.entries().size() == 1) {
            Value.Entry only = row.entries().get(0);
            if (only.key().equals(WATERMARK)) {
                return new RowItem(RowKind.INSERT, List.of(), 0, Optional.of(only.value()), only.keySpan());
            }
            Optional<RowKind> kind = Arrays.stream(RowKind.values())
                    .filter(each -> each.shortString().equals(only.key()))
                    .findFirst();
            if (kind.isPresent()) {
                return of(kind.get(), TestRows.mapping(only.value()), defaults, only.keySpan());
            }
        }
        return of(RowKind.INSERT, row, defaults, row.span());
    }

    private static RowItem of(RowKind kind, Value.Mapping row, Optional<Value.Mapping> defaults, SourceSpan span) {
        List<Value.Entry> columns = new ArrayList<>(row.entries());
        defaults.ifPresent(mapping -> mapping.entries().stream()
                .filter(entry ->
                        row.entries().stream().noneMatch(own -> own.key().equals(entry.key())))
                .forEach(columns::add));
        return new RowItem(kind, columns, row.entries().size(), Optional.empty(), span);
    }
}
