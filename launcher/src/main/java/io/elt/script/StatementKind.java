package io.elt.script;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a statement does, told by its first words. */
public enum StatementKind {
    CREATE_CATALOG("CREATE CATALOG"),
    CREATE_DATABASE("CREATE DATABASE"),
    CREATE_TABLE("CREATE TABLE"),
    CREATE_TEMPORARY_TABLE("CREATE TEMPORARY TABLE"),
    CREATE_MATERIALIZED_TABLE("CREATE MATERIALIZED TABLE"),
    CREATE_VIEW("CREATE VIEW"),
    CREATE_TEMPORARY_VIEW("CREATE TEMPORARY VIEW"),
    CREATE_MATERIALIZED_VIEW("CREATE MATERIALIZED VIEW"),
    CREATE_FUNCTION("CREATE FUNCTION"),
    CREATE_TEMPORARY_FUNCTION("CREATE TEMPORARY FUNCTION"),
    CREATE_TEMPORARY_SYSTEM_FUNCTION("CREATE TEMPORARY SYSTEM FUNCTION"),
    INSERT("INSERT"),
    UPDATE("UPDATE"),
    DELETE("DELETE"),
    TRUNCATE("TRUNCATE"),
    SELECT("SELECT"),
    EXPLAIN("EXPLAIN"),
    SHOW("SHOW"),
    DESCRIBE("DESCRIBE"),
    SET("SET"),
    RESET("RESET"),
    USE("USE"),
    LOAD_MODULE("LOAD MODULE"),
    UNLOAD_MODULE("UNLOAD MODULE"),
    ADD_JAR("ADD JAR"),
    /** Both {@code BEGIN STATEMENT SET;} and {@code EXECUTE STATEMENT SET BEGIN}. */
    BEGIN_STATEMENT_SET("BEGIN STATEMENT SET"),
    END("END"),
    DROP("DROP"),
    ALTER("ALTER"),
    CALL("CALL"),
    ANALYZE("ANALYZE"),
    OTHER("");

    private static final List<StatementKind> LONGEST_FIRST = Arrays.stream(values())
            .filter(kind -> kind != OTHER)
            .sorted(Comparator.comparing((StatementKind kind) -> kind.words.size())
                    .reversed())
            .toList();

    private final List<String> words;

    StatementKind(String words) {
        this.words = List.of(words.split(" "));
    }

    /** @param first the first words in upper case, without those that do not matter, such as OR REPLACE */
    static StatementKind of(List<String> first) {
        return LONGEST_FIRST.stream()
                .filter(kind -> first.size() >= kind.words.size()
                        && first.subList(0, kind.words.size()).equals(kind.words))
                .findFirst()
                .orElse(OTHER);
    }

    public boolean isCreate() {
        return name().startsWith("CREATE_");
    }
}
