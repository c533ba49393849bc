package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Flink says outside of its parser and validator. Its exceptions are all of one class and carry a text only, made for
 * programmers; each is read back with the pattern that it was made with, and said again in the words of who writes SQL.
 */
enum FlinkMessage {
    UNKNOWN_FACTORY(
            "Could not find any factory for identifier '(.*?)' that implements '(?:[\\w.$]*\\.)?(\\w+)' in the classpath\\."
                    + "\\s*Available factory identifiers are:\\s*(.*)",
            FlinkMessage::unknownFactory),
    UNKNOWN_FORMAT(
            "Could not find any format factory for identifier '(.*?)' in the classpath\\..*",
            found -> said(option("there is no format '" + found.group(1) + "'"), found.group(1))),
    UNKNOWN_OPTION(
            "Unsupported options found for (?:\\w+ )?'(.*?)'\\.\\s*Unsupported options:\\s*(.*?)\\s*Supported options:\\s*(.*)",
            FlinkMessage::unknownOption),
    MISSING_OPTIONS(
            "One or more required options are missing\\.\\s*Missing required options are:\\s*(.*)",
            found -> said(option("these options are missing: " + String.join(", ", lines(found.group(1)))))),
    MISSING_FORMAT(
            "Could not find required (?:scan|sink) format '(.*?)'\\.",
            found -> said(option("the option 'format' is missing")
                    .withHint("say what the records are, such as 'format' = 'json'"))),
    BAD_VALUE(
            "Could not parse value '(.*?)' for key '(.*?)'\\..*",
            found -> said(
                    option("the option '" + found.group(2) + "' cannot be '" + found.group(1) + "'"), found.group(2))),
    NO_CONNECTOR(
            "Table options do not contain an option key 'connector'.*",
            found -> said(option("the table has no connector")
                    .withHint("add 'connector' = '...', or give a table of the lake its full name"))),
    ONE_WAY(
            "Connector '(.*?)' can only be used as a (source|sink)\\. .*",
            found -> said(option("the connector '" + found.group(1) + "' can only be "
                    + (found.group(2).equals("source") ? "read" : "written")))),
    NO_CATALOG_TYPE(
            "Catalog options do not contain an option key 'type'.*",
            found -> said(Diagnostic.error(ErrorCode.CATALOG_FAILED, "the catalog has no type")
                    .withHint("add 'type' = 'paimon', or 'type' = 'starrocks'"))),
    NO_DATABASE(
            "Database (.+) does not exist in Catalog (.+)\\.",
            found -> said(noDatabase(found.group(1), found.group(2)))),
    NO_CURRENT_DATABASE(
            "A database with name \\[(.+)] does not exist in the catalog: \\[(.+)]\\.",
            found -> said(noDatabase(found.group(1), found.group(2)))),
    NO_CATALOG(
            "(?:A catalog with name \\[|Catalog )(.+?)]? does not exist\\.",
            found -> said(Diagnostic.error(ErrorCode.TABLE_NOT_FOUND, "there is no catalog " + found.group(1))
                    .withHint("each catalog is a CREATE CATALOG in a file of catalogs/"))),
    UNKNOWN_HINT(
            "Hint: (\\w+) should be registered in the HintStrategyTable",
            found -> said(
                    option("there is no hint " + found.group(1))
                            .withHint(
                                    "known are OPTIONS, LOOKUP, STATE_TTL, BROADCAST, SHUFFLE_HASH, SHUFFLE_MERGE, NEST_LOOP"))),
    LONG_PATH(
            "Object identifier must consist of 1 to 3 parts\\.",
            found -> said(Diagnostic.error(ErrorCode.SQL_SYNTAX, "the name has more than three parts")
                    .withHint("a table is catalog.database.table"))),
    LATE_MODE(
            "Mismatch between configured runtime mode and actual runtime mode\\..*",
            found -> said(option("the runtime mode is chosen before the first statement is read")
                    .withHint("write {{ config(mode='batch') }} at the top of the file instead of SET"))),
    NOT_A_FUNCTION(
            "Function '(.*)' does not extend from '.*UserDefinedFunction'\\.",
            found -> said(Diagnostic.error(
                    ErrorCode.FUNCTION_NOT_FOUND, "the class " + found.group(1) + " is no function of Flink")));

    private static final Pattern CHOICES = Pattern.compile("Expected one of: \\[+(.*?)]+", Pattern.DOTALL);

    private final Pattern pattern;
    private final Function<MatchResult, Said> words;

    FlinkMessage(String pattern, Function<MatchResult, Said> words) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.words = words;
    }

    /**
     * @param literal the text of the WITH clause that it is about
     */
    record Said(Diagnostic diagnostic, Optional<String> literal) {}

    static Optional<Said> read(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage()).strip();
            for (FlinkMessage message : values()) {
                Matcher matcher = message.pattern.matcher(text);
                if (matcher.matches()) {
                    Said said = message.words.apply(matcher.toMatchResult());
                    return Optional.of(message == BAD_VALUE ? withChoices(said, cause) : said);
                }
            }
        }
        return Optional.empty();
    }

    private static Said unknownFactory(MatchResult found) {
        String name = found.group(1);
        List<String> known = lines(found.group(3));
        Diagnostic error =
                switch (found.group(2)) {
                    case "CatalogFactory" ->
                        Diagnostic.error(ErrorCode.CATALOG_FAILED, "there is no catalog type '" + name + "'");
                    case "ParserFactory" -> option("there is no SQL dialect '" + name + "'");
                    case "DynamicTableFactory", "DynamicTableSourceFactory", "DynamicTableSinkFactory" ->
                        option("there is no connector '" + name + "'");
                    default -> option("there is no format '" + name + "'");
                };
        return said(error.suggesting(name, known), name);
    }

    private static Said unknownOption(MatchResult found) {
        List<String> unknown = lines(found.group(2));
        String first = unknown.get(0);
        String all = unknown.size() == 1 ? "option '" + first + "'" : "options '" + String.join("', '", unknown) + "'";
        return said(option("'" + found.group(1) + "' has no " + all).suggesting(first, lines(found.group(3))), first);
    }

    private static Said withChoices(Said said, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Matcher choices = CHOICES.matcher(String.valueOf(cause.getMessage()));
            if (choices.find()) {
                return new Said(said.diagnostic().withHint("it can be " + choices.group(1)), said.literal());
            }
        }
        return said;
    }

    private static Diagnostic noDatabase(String database, String catalog) {
        return Diagnostic.error(
                        ErrorCode.TABLE_NOT_FOUND, "there is no database " + database + " in the catalog " + catalog)
                .withHint("make it with CREATE DATABASE IF NOT EXISTS " + catalog + "." + database + ";");
    }

    private static Diagnostic option(String message) {
        return Diagnostic.error(ErrorCode.BAD_OPTION, message);
    }

    private static Said said(Diagnostic diagnostic) {
        return new Said(diagnostic, Optional.empty());
    }

    private static Said said(Diagnostic diagnostic, String literal) {
        return new Said(diagnostic, Optional.of(literal));
    }

    private static List<String> lines(String block) {
        return Arrays.stream(block.split("\\s+"))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
