package io.elt.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/targets/mysql-cdc.md tells people to do: tests do just that, so the page cannot be wrong. */
public record MysqlPage(List<String> settings, List<String> grants, String target) {
    private static final Path PAGE = Path.of("../docs/targets/mysql-cdc.md");

    public static MysqlPage read() throws IOException {
        String page = Files.readString(PAGE);
        return new MysqlPage(
                block(page, "ini").lines().toList(), block(page, "sql").lines().toList(), block(page, "yaml"));
    }

    private static String block(String page, String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        if (!block.find()) {
            throw new IllegalStateException(PAGE + " has no block of " + language);
        }
        return block.group(1);
    }

    /** A server as the page says, with its user. */
    public MariaDb start(Path folder) throws Exception {
        MariaDb server = MariaDb.start(folder, settings);
        server.execute(grants.toArray(String[]::new));
        return server;
    }

    /** What its user has to say. */
    public static Map<String, String> environment() {
        return Map.of("CORE_DB_PASSWORD", MariaDb.PASSWORD);
    }
}
