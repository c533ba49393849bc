package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.local.EmbeddedStack;
import io.elt.local.Endpoints;
import io.elt.local.StackInUseException;
import io.elt.script.Statement;
import io.elt.serving.StarRocks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** A query to StarRocks, or to the embedded one, which is started for it when no other elt runs it. */
final class QueryStarRocks {
    private QueryStarRocks() {}

    static void ask(StarRocks starRocks, Statement query, QueryReader reader) {
        starRocks.query(
                query.executableText(), (columns, rows) -> reader.read(columns, cells(rows), QueryReader.Kind.ROWS));
    }

    /** Where a running stack listens, as the ports that make the project's variables. */
    static Ports ports(Endpoints endpoints) {
        return new Ports(
                port(endpoints.kafka(), Ports.DEFAULT.kafka()),
                port(endpoints.starRocks(), Ports.DEFAULT.starrocks()),
                port(endpoints.starRocksHttp(), Ports.DEFAULT.starrocksHttp()),
                Ports.DEFAULT.flink());
    }

    static void startedFor(EltFolder folder, Consumer<StarRocks> question) {
        if (!Files.isDirectory(EmbeddedStack.starRocksFolder(folder.stack()))) {
            throw Diagnostic.error(
                            ErrorCode.SERVING_UNREACHABLE, "the embedded StarRocks of this project holds nothing yet")
                    .withHint("fill it with 'elt run'")
                    .toException();
        }
        try (EmbeddedStack stack = EmbeddedStack.startStarRocks(folder.stack(), EmbeddedTarget.HOST);
                StarRocks starRocks = StarRocks.connect(
                        "jdbc:mysql://" + stack.endpoints().starRocks(),
                        EmbeddedStack.STARROCKS_USER,
                        EmbeddedStack.STARROCKS_PASSWORD)) {
            question.accept(starRocks);
        } catch (StackInUseException e) {
            throw Diagnostic.error(
                            ErrorCode.ALREADY_RUNNING,
                            "another elt (process " + e.owner().process() + ") has just started in this project")
                    .withHint("ask again")
                    .toException(e);
        } catch (IOException e) {
            throw Diagnostic.error(ErrorCode.STACK_FAILED, "the embedded StarRocks cannot start: " + e.getMessage())
                    .toException(e);
        }
    }

    private static int port(String endpoint, int otherwise) {
        int colon = endpoint.lastIndexOf(':');
        return colon < 0 ? otherwise : Integer.parseInt(endpoint.substring(colon + 1));
    }

    private static Iterator<List<Object>> cells(Iterator<List<Object>> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<Object> next() {
                return QueryCells.of(rows.next());
            }
        };
    }
}
