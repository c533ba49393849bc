package io.elt.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import static io.elt.diagnostic.ErrorType.ENVIRONMENT;
import static io.elt.diagnostic.ErrorType.INTERNAL;
import static io.elt.diagnostic.ErrorType.USER;

/**
 * Every kind of problem, with a number that never changes meaning: people search for it and scripts compare it. The
 * thousands name the area: 1 usage and selectors, 2 project, 3 rendering, 4 splitting, 5 planning and rules, 6 jobs, 7 environment,
 * 8 serving, 9 elt itself.
 */
public enum ErrorCode {
    USAGE(1001, USER, "The command line is not understood"),
    UNKNOWN_TARGET(1002, USER, "The target is not declared"),
    UNKNOWN_OVERRIDE(1003, USER, "A variable given with --var is not declared"),
    BAD_OVERRIDE(1004, USER, "A variable given with --var cannot be read"),
    FOLDER_NOT_EMPTY(1010, USER, "The folder is not empty"),
    BAD_PROJECT_NAME(1011, USER, "The name cannot be a project's"),
    NOT_CONFIRMED(1012, USER, "What would be deleted is not confirmed"),
    BAD_WINDOW(1020, USER, "The dates of a batch run do not fit"),
    NOT_BOUNDED(1021, USER, "The job cannot run as a batch"),
    NO_PART_OF_HISTORY(1022, USER, "The job cannot run for a part of the history"),
    HISTORY_GONE(1023, USER, "The lake does not reach back to that time"),
    STREAM_BEHIND(1024, USER, "A stream would go on over what a batch has written"),
    UNKNOWN_SELECTOR(1101, USER, "Nothing in the project is selected"),
    BAD_SELECTOR(1102, USER, "The selector is not understood"),
    UNKNOWN_TABLE(1201, USER, "The project has no such table"),
    UNKNOWN_COLUMN(1202, USER, "The table has no such column"),
    AMBIGUOUS_TABLE(1203, USER, "Several tables have this name"),

    PROJECT_NOT_FOUND(2001, USER, "There is no project in the folder"),
    YAML_SYNTAX(2101, USER, "The file is not valid YAML"),
    UNKNOWN_KEY(2102, USER, "The key is not known"),
    DUPLICATE_KEY(2103, USER, "The key is written twice"),
    MISSING_KEY(2104, USER, "A key is missing"),
    WRONG_TYPE(2105, USER, "The value has another type than expected"),
    BAD_VALUE(2106, USER, "The value is not allowed"),
    UNKNOWN_SOURCE(2107, USER, "The source is not declared"),
    TARGET_NOT_CHOSEN(2108, USER, "It is not said which target to use"),
    FILE_UNREADABLE(2201, ENVIRONMENT, "The file cannot be read"),
    FILE_NOT_TEXT(2202, USER, "The file is not UTF-8 text"),
    FILE_TOO_LARGE(2203, USER, "The file is too large to be SQL"),
    FILE_OUTSIDE_PROJECT(2204, USER, "The file lies outside the project"),
    DUPLICATE_NAME(2205, USER, "Two files have the same name"),
    BAD_FILE_NAME(2206, USER, "The file name cannot be used as a name"),
    CATALOG_DEFINED_TWICE(2207, USER, "Two statements define the same catalog"),

    TEST_FILE_UNKNOWN(2301, USER, "A tested file does not exist"),
    TEST_TABLE_UNKNOWN(2302, USER, "The tested files do not read or write the table"),
    TEST_COLUMN_UNKNOWN(2303, USER, "The table of a case has no such column"),
    TEST_VALUE(2304, USER, "A cell of a case does not fit its column"),
    TEST_CHANGE(2305, USER, "A change of a case cannot happen in its table"),
    TEST_FIXTURE(2306, USER, "The fixture cannot be used"),
    TEST_NAME_TAKEN(2307, USER, "Two cases have the same name"),
    TEST_CLOCK(2308, USER, "The clock of the case cannot be set for this SQL"),
    TESTS_MISSING(2309, USER, "There is no case to run"),

    TEMPLATE_SYNTAX(3001, USER, "The template cannot be read"),
    UNDEFINED_NAME(3002, USER, "The name is not defined"),
    UNDEFINED_VARIABLE(3003, USER, "The variable is not declared"),
    UNDEFINED_ENVIRONMENT(3004, USER, "The environment variable is not set"),
    UNDEFINED_SOURCE(3005, USER, "The source is not declared"),
    BAD_ARGUMENT(3006, USER, "An argument in the template is not allowed"),
    TEMPLATE_FAILED(3007, USER, "The template fails while it is rendered"),
    TEMPLATE_LIMIT(3008, USER, "The template needs too much time, depth or output"),
    TEMPLATE_NOT_FOUND(3009, USER, "The included file does not exist"),
    TEMPLATE_FORBIDDEN(3010, USER, "The template asks for something that is switched off"),
    DUPLICATE_MACRO(3011, USER, "Two macros have the same name"),

    UNTERMINATED(4001, USER, "Something is opened and not closed"),
    STATEMENT_SET(4002, USER, "The statement set is not well formed"),

    SQL_SYNTAX(5001, USER, "The SQL cannot be parsed"),
    SQL_UNSUPPORTED(5002, USER, "The statement is not supported here"),
    TABLE_NOT_FOUND(5003, USER, "The table does not exist"),
    COLUMN_NOT_FOUND(5004, USER, "The column does not exist"),
    FUNCTION_NOT_FOUND(5005, USER, "The function does not exist"),
    NAME_AMBIGUOUS(5006, USER, "The name may mean more than one thing"),
    TYPE_MISMATCH(5007, USER, "The types do not fit"),
    BAD_OPTION(5008, USER, "A table option is wrong"),
    SCHEMA_MISMATCH(5009, USER, "The query does not fit the table"),
    DEPENDENCY_CYCLE(5010, USER, "The files depend on each other in a circle"),
    TABLE_DEFINED_TWICE(5011, USER, "Two files define the same table"),
    CATALOG_FAILED(5012, ENVIRONMENT, "The catalog cannot be opened"),
    DELETES_LOST(5013, USER, "Rows that are deleted would stay"),
    VIEW_NOT_FOLLOWED(5020, USER, "The columns of a view cannot be followed"),
    PLANNING_FAILED(5099, USER, "The statement cannot be planned"),

    TWO_WRITERS(5101, USER, "Two INSERTs write the same table"),
    LAYER_ORDER(5102, USER, "A layer reads one that it should not read"),
    KEY_MISMATCH(5103, USER, "The rows of the query have another key than the table"),
    UNWANTED_RETRACTION(5104, USER, "The table cannot take rows back, and the query does"),
    REPEATED_UPSERT(5105, USER, "What arrives twice is two changes"),
    NON_DETERMINISTIC_UPDATE(5106, USER, "A value is not the same when its row is taken back"),
    UNBOUNDED_STATE(5107, USER, "State grows for ever"),
    LOOKUP_WITHOUT_CACHE(5108, USER, "A lookup join asks for each row, or loads all rows"),
    MISSING_WATERMARK(5109, USER, "A window or an interval has no watermark"),
    CHANGING_TIME_ZONE(5110, USER, "Jobs run in different time zones"),
    TIMESTAMP_MIX(5111, USER, "A point in time becomes a clock reading, or the other way round"),
    IGNORED_PARSE_ERRORS(5112, USER, "Records that cannot be read are dropped"),
    SHORT_RETENTION(5113, USER, "Changes are gone before a reader that stood still comes back"),
    SERVING_MISMATCH(5114, USER, "The query and the table of sql/serving differ"),
    TOO_MANY_VERSIONS(5115, USER, "Loads come faster than StarRocks merges them"),
    PASSWORD_IN_FILE(5116, USER, "A password stands in a file"),
    UNUSED_DECLARATION(5117, USER, "Something is declared and not used"),
    MISSING_COMMENT(5118, USER, "A table or a column has no comment"),
    SWAPPED_COLUMNS(5119, USER, "A column goes where another one of its name is"),
    SKIPPED_HISTORY(5120, USER, "What is in the topic before the first start is skipped"),
    UNUSED_ALLOWANCE(5199, USER, "A file allows what nobody finds"),

    SUBMISSION_FAILED(6001, ENVIRONMENT, "The job cannot be submitted"),
    JOB_FAILED(6002, USER, "The job failed"),
    JOB_NOT_FOUND(6003, USER, "The job is not known to the cluster"),
    STATE_INCOMPATIBLE(6004, USER, "The state does not fit the changed job"),
    JOB_TIMEOUT(6005, ENVIRONMENT, "The job did not get there in time"),
    TABLE_CHANGED(6007, USER, "The table in the lake has another definition"),
    BATCH_RUNS(6008, ENVIRONMENT, "The job runs as a batch already"),
    NOT_RECORDED(6010, ENVIRONMENT, "What was deployed is not in the record"),
    NOT_IN_RECORD(6011, USER, "The record does not have it"),
    CANNOT_ROLL_BACK(6012, USER, "The job cannot go back to what it was"),
    EARLIER_ROWS_STAY(6013, USER, "Rows that are written stay as they are"),
    TABLES_MOVED_ON(6014, USER, "The state is older than the tables"),
    ROLLBACK_UNFINISHED(6016, USER, "A rollback did not get to its end"),
    TAKEN_BACK(6017, USER, "The files have what the job was brought back from"),
    RESULT_MISMATCH(6006, INTERNAL, "The result differs from the independent recomputation"),
    DEPENDS_ON_ORDER(6115, USER, "The result depends on the order in which the input arrives"),
    DEPENDS_ON_RESTART(6116, USER, "The result is another one after a restart"),
    DEPENDS_ON_REPETITION(6117, USER, "The result is another one when changes are delivered twice"),
    DEPENDS_ON_TIME(6118, USER, "The result depends on how much time passes between the rows"),
    BATCH_DIFFERS(6119, USER, "As a batch the result is another one"),

    TEST_ROWS_DIFFER(6101, USER, "A table holds other rows than the case expects"),
    TEST_CHANGES_DIFFER(6102, USER, "Other changes were written than the case expects"),
    TEST_JOB_FAILED(6103, USER, "The job of the case failed"),
    TEST_NOT_UPDATED(6104, USER, "The expectation cannot be rewritten"),

    PORT_IN_USE(7001, ENVIRONMENT, "The port is in use"),
    NOT_WRITABLE(7002, ENVIRONMENT, "The folder cannot be written"),
    DISK_FULL(7003, ENVIRONMENT, "The disk is full"),
    JAVA_VERSION(7004, ENVIRONMENT, "The Java version does not fit"),
    CLUSTER_UNREACHABLE(7005, ENVIRONMENT, "The cluster does not answer"),
    SOURCE_UNREACHABLE(7006, ENVIRONMENT, "The source does not answer"),
    ALREADY_RUNNING(7007, ENVIRONMENT, "Another elt works in this project"),
    OUT_OF_MEMORY(7008, ENVIRONMENT, "There is not enough memory"),
    STACK_FAILED(7009, ENVIRONMENT, "The embedded stack did not start"),
    NOT_DELETED(7010, ENVIRONMENT, "The folder cannot be deleted"),
    KUBERNETES_CONTEXT(7040, ENVIRONMENT, "It is not said which Kubernetes to use"),
    KUBERNETES_FORBIDDEN(7041, ENVIRONMENT, "Kubernetes does not allow it"),
    OPERATOR_MISSING(7042, ENVIRONMENT, "The Flink operator is not installed"),
    DEPLOYMENT_REFUSED(7043, ENVIRONMENT, "Kubernetes refuses the deployment of the job"),
    OPERATOR_SILENT(7044, ENVIRONMENT, "The Flink operator does not take the job"),
    SECRET_SHOWN(7045, USER, "A secret would be shown by Kubernetes"),
    SECRET_MISSING(7046, USER, "A Secret of Kubernetes lacks what the job needs"),

    HADOOP_CONF_MISSING(7030, ENVIRONMENT, "There is no Hadoop configuration"),
    HADOOP_LOGIN_FAILED(7031, ENVIRONMENT, "Hadoop does not let the user in"),
    YARN_REFUSED(7032, ENVIRONMENT, "YARN does not take the application"),
    YARN_QUEUE_FULL(7033, ENVIRONMENT, "The application waits in its queue"),
    YARN_CONTAINER_FAILED(7034, ENVIRONMENT, "The application ends at its start"),
    YARN_LIB(7035, ENVIRONMENT, "The jars cannot be given to YARN"),
    DEPLOYMENT_ABANDONED(7036, ENVIRONMENT, "The deployment was interrupted"),
    MYSQL_NOT_CAPTURED(7060, ENVIRONMENT, "The database does not write down its changes as it should"),
    MYSQL_TABLE_DIFFERS(7061, USER, "The table of the database is not what the job reads"),
    BINLOG_GONE(7062, ENVIRONMENT, "The binlog in which a job would go on is gone"),
    BUCKET_MISSING(7070, ENVIRONMENT, "The bucket is not there"),
    STORE_REFUSES(7071, ENVIRONMENT, "The object store refuses who asks"),
    STORE_UNREACHABLE(7072, ENVIRONMENT, "The object store does not answer"),
    STORE_OVERWRITES(7073, ENVIRONMENT, "The object store cannot keep two writers apart"),

    SERVING_UNREACHABLE(8001, ENVIRONMENT, "StarRocks does not answer"),
    SERVING_SQL(8002, USER, "StarRocks refuses the statement"),
    SERVING_DRIFT(8003, USER, "StarRocks holds something else than the project says"),

    INTERNAL_ERROR(9001, INTERNAL, "elt failed");

    private final int number;
    private final ErrorType type;
    private final String title;

    ErrorCode(int number, ErrorType type, String title) {
        this.number = number;
        this.type = type;
        this.title = title;
    }

    /** The code that somebody means who writes {@code ELT5003}, {@code elt5003}, {@code 5003}, or the name of a rule. */
    public static Optional<ErrorCode> of(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(code -> code.text().equals(wanted)
                        || code.text().equals("ELT" + wanted)
                        || code.rule().filter(text.strip()::equals).isPresent())
                .findFirst();
    }

    /** The codes that are rules of {@code elt check}, whose severity a project can change. */
    public static List<ErrorCode> rules() {
        return Arrays.stream(values()).filter(code -> code.rule().isPresent()).toList();
    }

    /** The rule's name in a project, such as {@code two-writers}; empty for what is no rule. */
    public Optional<String> rule() {
        boolean isRule = number > 5100 && number < 5200;
        return isRule ? Optional.of(name().toLowerCase(Locale.ROOT).replace('_', '-')) : Optional.empty();
    }

    /** The stable text, such as {@code ELT2102}. */
    public String text() {
        return "ELT" + number;
    }

    public ErrorType type() {
        return type;
    }

    public String title() {
        return title;
    }

    /** Whether the command line is to blame, which has an exit code of its own. */
    public boolean isUsage() {
        return number < 2000;
    }
}
