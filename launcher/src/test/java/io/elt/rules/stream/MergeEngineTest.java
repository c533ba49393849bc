package io.elt.rules.stream;

import io.elt.plan.Column;
import io.elt.plan.Table;
import io.elt.plan.TableName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Which tables of Paimon take rows back. */
class MergeEngineTest {
    private static MergeEngine engine(String options, String... key) {
        Map<String, String> parsed = options == null
                ? Map.of()
                : Arrays.stream(options.split("; "))
                        .map(option -> option.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        List<Column> columns =
                List.of(new Column("id", "INT NOT NULL"), new Column("a", "INT"), new Column("b", "STRING"));
        return new MergeEngine(new Table(new TableName("lake", "dwd", "t"), columns, List.of(key), parsed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            merge-engine=partial-update                                                                     | part by part
            merge-engine=first-row                                                                          | first row
            merge-engine=aggregation; fields.a.aggregate-function=max                                       | a by max
            merge-engine=aggregation; fields.default-aggregate-function=min                                 | a by min
            merge-engine=aggregation; fields.a.aggregate-function=sum; fields.b.aggregate-function=listagg  | b by listagg
            merge-engine=partial-update; ignore-delete=false                                                | part by part
            """)
    void refuses(String options, String reason) {
        assertThat(engine(options, "id").refusal().orElseThrow()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                                                                                                |
            merge-engine=deduplicate                                                                            |
            merge-engine=partial-update; ignore-delete=true                                                     |
            merge-engine=partial-update; partial-update.remove-record-on-delete=true                            |
            merge-engine=partial-update; fields.a.sequence-group=b                                              |
            merge-engine=first-row; first-row.ignore-delete=true                                                |
            merge-engine=aggregation                                                                            |
            merge-engine=aggregation; fields.a.aggregate-function=sum; fields.b.aggregate-function=last_value   |
            merge-engine=aggregation; fields.a.aggregate-function=max; fields.a.ignore-retract=true             |
            merge-engine=aggregation; fields.a.aggregate-function=max; aggregation.remove-record-on-delete=true |
            """)
    void takesThemBack(String options, String nothing) {
        assertThat(nothing).isNull();
        assertThat(engine(options, "id").refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bucket=1, true", "ignore-delete=true, false"})
    void withoutAKeyOnlyWhatIgnoresThem(String options, boolean refused) {
        assertThat(engine(options).refusal().isPresent()).isEqualTo(refused);
    }
}
