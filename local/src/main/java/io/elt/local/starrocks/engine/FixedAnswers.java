package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.StarRocksException;

import java.util.List;

/** What SHOW answers about a server that has one node, one engine, one character set and no users. */
final class FixedAnswers {
    private FixedAnswers() {}

    static ShownRows of(String words) throws StarRocksException {
        return switch (words) {
            case "STATUS" -> ShownRows.none("Variable_name", "Value");
            case "WARNINGS", "ERRORS" -> ShownRows.none("Level", "Code", "Message");
            case "ENGINES" ->
                one(
                        List.of("Engine", "Support", "Comment", "Transactions", "XA", "Savepoints"),
                        "OLAP",
                        "DEFAULT",
                        "DuckDB in place of StarRocks' storage engine",
                        "NO",
                        "NO",
                        "NO");
            case "COLLATION" ->
                one(
                        List.of("Collation", "Charset", "Id", "Default", "Compiled", "Sortlen"),
                        "utf8_general_ci",
                        "utf8",
                        "33",
                        "Yes",
                        "Yes",
                        "1");
            case "CHARSET", "CHARACTER SET" ->
                one(
                        List.of("Charset", "Description", "Default collation", "Maxlen"),
                        "utf8",
                        "UTF-8 Unicode",
                        "utf8_general_ci",
                        "3");
            case "CATALOGS" ->
                one(
                        List.of("Catalog", "Type", "Comment"),
                        "default_catalog",
                        "Internal",
                        "An internal catalog contains this cluster's self-managed tables.");
            case "FRONTENDS" ->
                one(
                        List.of("Name", "IP", "Role", "Alive", "Version"),
                        "embedded",
                        "127.0.0.1",
                        "LEADER",
                        "true",
                        Variables.STARROCKS_VERSION);
            case "BACKENDS", "COMPUTE NODES" ->
                one(
                        List.of("BackendId", "IP", "Alive", "Version"),
                        "1",
                        "127.0.0.1",
                        "true",
                        Variables.STARROCKS_VERSION);
            case "GRANTS" ->
                one(
                        List.of("UserIdentity", "Catalog", "Grants"),
                        "'root'@'%'",
                        "default_catalog",
                        "GRANT 'root' TO 'root'@'%'");
            case "PLUGINS" -> ShownRows.none("Name", "Status", "Type", "Library", "License");
            case "PROCEDURE STATUS", "FUNCTION STATUS" -> ShownRows.none("Db", "Name", "Type");
            case "TRIGGERS" -> ShownRows.none("Trigger", "Event", "Table");
            case "EVENTS" -> ShownRows.none("Db", "Name");
            case "FUNCTIONS" -> ShownRows.none("Function Name");
            case "MATERIALIZED VIEWS" -> ShownRows.none("id", "database_name", "name");
            case "ALTER TABLE" ->
                ShownRows.none("JobId", "TableName", "CreateTime", "FinishTime", "TransactionId", "State", "Msg");
            default -> throw StarRocksException.notSupported("SHOW " + words);
        };
    }

    private static ShownRows one(List<String> columns, String... values) {
        return new ShownRows(columns, List.of(List.of(values)));
    }
}
