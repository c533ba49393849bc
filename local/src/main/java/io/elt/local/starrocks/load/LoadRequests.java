package io.elt.local.starrocks.load;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds what a request wants and does it. */
final class LoadRequests {
    private static final Duration TIMEOUT = Duration.ofSeconds(600);
    private static final String IN_USE = "LABEL_ALREADY_EXISTS";

    private final Loads loads;

    LoadRequests(Loads loads) {
        this.loads = loads;
    }

    /** A status code of HTTP and a JSON object. */
    record Answer(int code, Map<String, Object> body) {
        private static Answer ok(LoadReply reply) {
            return new Answer(200, reply.fields());
        }
    }

    Answer answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        Function<String, String> headers = name -> exchange.getRequestHeaders().getFirst(name);
        try {
            if (path.length == 3 && path[0].equals("api") && path[1].equals("transaction")) {
                return Answer.ok(transaction(path[2], headers, exchange));
            }
            if (path.length == 4 && path[0].equals("api") && path[3].equals("_stream_load")) {
                return Answer.ok(streamLoad(path[1], path[2], headers, exchange));
            }
            if (path.length == 3 && path[2].equals("get_load_state")) {
                return new Answer(200, state(path[1], exchange.getRequestURI().getRawQuery()));
            }
            if (path.length == 2 && path[1].equals("health")) {
                return new Answer(200, Map.of("status", "OK", "msg", "Success"));
            }
        } catch (LoadException failed) {
            return Answer.ok(failed.reply());
        }
        return new Answer(
                404,
                Map.of(
                        "Status",
                        "Fail",
                        "Message",
                        "not supported by the embedded StarRocks: "
                                + exchange.getRequestURI().getPath()));
    }

    private LoadReply transaction(String action, Function<String, String> headers, HttpExchange exchange)
            throws LoadException, IOException {
        return switch (action) {
            case "begin" -> begin(headers);
            case "load" -> load(find(headers), headers, exchange);
            case "prepare" -> {
                LoadTransaction load = find(headers);
                loads.prepare(load);
                yield described(load, LoadReply.ok("")).with(counts(load));
            }
            case "commit" -> {
                LoadTransaction load = find(headers);
                yield described(load, LoadReply.ok(loads.commit(load)));
            }
            case "rollback" -> {
                LoadTransaction load = find(headers);
                loads.rollBack(load);
                yield described(load, LoadReply.ok(""));
            }
            default -> throw LoadException.notSupported("the transaction operation " + action);
        };
    }

    private LoadReply begin(Function<String, String> headers) throws LoadException {
        LoadTransaction load =
                loads.begin(key(headers), required(headers, "table"), timeout(headers.apply("timeout")), IN_USE);
        return described(load, LoadReply.ok("")).with("BeginTxnTimeMs", 0);
    }

    private LoadReply load(LoadTransaction load, Function<String, String> headers, HttpExchange exchange)
            throws LoadException, IOException {
        long start = System.nanoTime();
        LoadCounts counts = loads.load(load, headers, exchange.getRequestBody());
        return described(load, LoadReply.ok(""))
                .with(LoadReply.of(counts))
                .with("LoadTimeMs", (System.nanoTime() - start) / 1_000_000);
    }

    /** A load and its commit in one request. */
    private LoadReply streamLoad(String database, String table, Function<String, String> headers, HttpExchange exchange)
            throws LoadException, IOException {
        String label = Optional.ofNullable(headers.apply("label"))
                .orElseGet(() -> UUID.randomUUID().toString());
        LoadTransaction load = loads.begin(
                new LabelKey(database, label), table, timeout(headers.apply("timeout")), "Label Already Exists");
        LoadReply reply = load(load, headers, exchange);
        loads.commit(load);
        return reply.with("Status", "Success");
    }

    private Map<String, Object> state(String database, String query) throws LoadException {
        String label = "";
        for (String parameter : Optional.ofNullable(query).orElse("").split("&")) {
            if (parameter.startsWith("label=")) {
                label = URLDecoder.decode(parameter.substring("label=".length()), StandardCharsets.UTF_8);
            }
        }
        if (label.isEmpty()) {
            throw LoadException.failed("empty label");
        }
        String state = loads.find(new LabelKey(database, label))
                .map(load -> load.state().name())
                .orElse("UNKNOWN");
        return LoadReply.empty()
                .with("label", label)
                .with("state", state)
                .with("status", "OK")
                .with("msg", "Success")
                .fields();
    }

    private LoadTransaction find(Function<String, String> headers) throws LoadException {
        LabelKey key = key(headers);
        return loads.find(key).orElseThrow(() -> LoadException.unknownLabel(key.label()));
    }

    private static LoadReply described(LoadTransaction load, LoadReply reply) {
        return reply.with("TxnId", load.id()).with("Label", load.key().label());
    }

    private static LoadReply counts(LoadTransaction load) {
        return LoadReply.of(new LoadCounts(load.rows(), 0, load.bytes(), ""));
    }

    private static LabelKey key(Function<String, String> headers) throws LoadException {
        return new LabelKey(required(headers, "db"), required(headers, "label"));
    }

    private static String required(Function<String, String> headers, String name) throws LoadException {
        String value = headers.apply(name);
        if (value == null || value.isBlank()) {
            throw LoadException.failed("empty " + name + ": the request must have the header " + name);
        }
        return value.strip();
    }

    private static Duration timeout(String header) throws LoadException {
        if (header == null) {
            return TIMEOUT;
        }
        try {
            return Duration.ofSeconds(Long.parseLong(header.strip()));
        } catch (NumberFormatException malformed) {
            throw LoadException.failed("Invalid timeout: " + header);
        }
    }
}
