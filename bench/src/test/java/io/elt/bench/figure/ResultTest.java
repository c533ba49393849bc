package io.elt.bench.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ResultTest {
    private static final Result RESULT = new Result(
            Map.of("transactions", "1000000"),
            List.of(
                    new Measurement(1, Side.ELT, Map.of(Figure.ROWS_PER_SECOND, 12345.678, Figure.ONCE, 3.14159)),
                    new Measurement(1, Side.BARE, Map.of(Figure.ROWS_PER_SECOND, 10000.0))));

    @Test
    void theTableHasBothSidesAndTheirRatio() {
        assertThat(RESULT.table().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly(
                        "figure|unit|elt|bare|elt/bare",
                        "transactions per second|1/s|12346|10000|1.23",
                        "run --once with nothing new|s|3.142|NULL|NULL");
    }

    @Test
    void theFileHasEveryRound() throws IOException {
        JsonNode json = new ObjectMapper().readTree(RESULT.json());
        assertThat(json.at("/conditions/transactions").asText()).isEqualTo("1000000");
        assertThat(json.at("/figures/0/figure").asText()).isEqualTo("rows-per-second");
        assertThat(json.at("/figures/0/ratio").asDouble()).isEqualTo(1.235);
        assertThat(json.at("/figures/1/bare").isNull()).isTrue();
        assertThat(json.at("/measurements")).hasSize(2);
        assertThat(json.at("/measurements/1/side").asText()).isEqualTo("bare");
        assertThat(json.at("/measurements/1/rows-per-second").asInt()).isEqualTo(10000);
    }
}
