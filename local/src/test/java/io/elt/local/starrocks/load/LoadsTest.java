package io.elt.local.starrocks.load;

import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.sql.SqlLexer;
import io.elt.local.starrocks.sql.TableParser;
import io.elt.local.starrocks.sql.TokenReader;
import io.elt.local.starrocks.store.Catalog;
import io.elt.local.starrocks.store.Definitions;
import io.elt.local.starrocks.store.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What time does to loads. */
final class LoadsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final Hands clock = new Hands();
    private Storage storage;
    private Catalog catalog;
    private Loads loads;

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2024-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() throws Exception {
        storage = Storage.open(directory);
        catalog = Catalog.load(storage);
        Definitions definitions = new Definitions(storage, catalog);
        definitions.createDatabase("ads");
        TokenReader reader = new TokenReader(
                SqlLexer.statements("t (id INT NOT NULL) PRIMARY KEY (id)").get(0));
        Table table = new TableParser(reader).parse(Optional.of("ads"));
        definitions.createTable(table);
        loads = Loads.restore(storage, catalog, clock);
    }

    @AfterEach
    void close() throws Exception {
        storage.close();
    }

    private LoadTransaction begin(String label) throws LoadException {
        return loads.begin(new LabelKey("ads", label), "t", TIMEOUT, "LABEL_ALREADY_EXISTS");
    }

    private void load(LoadTransaction load) throws Exception {
        loads.load(
                load,
                Map.of("format", "json", "strip_outer_array", "true")::get,
                new ByteArrayInputStream("[{\"id\": 1}]".getBytes(StandardCharsets.UTF_8)));
    }

    private void pass(Duration duration) throws Exception {
        clock.now = clock.now.plus(duration);
        loads.expire();
    }

    @Test
    void aLoadThatIsLeftAloneIsRolledBack() throws Exception {
        LoadTransaction load = begin("l");
        pass(TIMEOUT.minusSeconds(1));
        load(load);
        pass(TIMEOUT.minusSeconds(1));
        assertThat(load.state()).isEqualTo(LoadState.PREPARE);
        pass(Duration.ofSeconds(2));
        assertThat(load.state()).isEqualTo(LoadState.ABORTED);
        assertThatThrownBy(() -> loads.commit(load)).hasMessageContaining("already been ABORTED");
        assertThat(begin("l").state()).isEqualTo(LoadState.PREPARE);
    }

    @Test
    void aPreparedLoadWaitsForADay() throws Exception {
        LoadTransaction load = begin("l");
        load(load);
        loads.prepare(load);
        pass(Duration.ofHours(23));
        assertThat(load.state()).isEqualTo(LoadState.PREPARED);
        pass(Duration.ofHours(2));
        assertThat(load.state()).isEqualTo(LoadState.ABORTED);
        assertThat(Loads.restore(storage, catalog, clock).find(load.key())).isEmpty();
    }

    @Test
    void labelsAreForgottenAfterTwelveHours() throws Exception {
        LoadTransaction load = begin("l");
        load(load);
        loads.commit(load);
        pass(Duration.ofHours(11));
        assertThat(loads.find(load.key())).isPresent();
        assertThat(Loads.restore(storage, catalog, clock).find(load.key())).isPresent();
        pass(Duration.ofHours(2));
        assertThat(loads.find(load.key())).isEmpty();
        assertThat(Loads.restore(storage, catalog, clock).find(load.key())).isEmpty();
    }

    @Test
    void numbersOfLoadsAreNotUsedAgain() throws Exception {
        LoadTransaction first = begin("a");
        loads.prepare(first);
        assertThat(Loads.restore(storage, catalog, clock)
                        .begin(new LabelKey("ads", "b"), "t", TIMEOUT, "")
                        .id())
                .isGreaterThan(first.id());
    }
}
