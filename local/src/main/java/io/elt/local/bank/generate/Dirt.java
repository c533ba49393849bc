package io.elt.local.bank.generate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Spoils good records. */
final class Dirt {
    private static final int OVERSIZE_BYTES = 1_200_000;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Dirt() {}

    static BankRecord spoil(BankRecord good, DirtKind kind) {
        return good.withValue(spoiledValue(good, kind));
    }

    private static byte[] spoiledValue(BankRecord good, DirtKind kind) {
        BankTable table = good.table();
        byte[] value = good.value();
        String number = number(table);
        String integer = integer(table);
        return switch (kind) {
            case NOT_JSON -> text("ORA-03113: end-of-file on communication channel");
            case TRUNCATED -> Arrays.copyOf(value, value.length * 3 / 5);
            case TRAILING_GARBAGE -> text(string(value) + "}");
            case NOT_UTF8 -> notUtf8(value);
            case DUPLICATE_FIELD ->
                text(string(value)
                        .replaceFirst(
                                "\"" + table.key().name() + "\":",
                                "\"" + table.key().name() + "\":1,$0"));
            case WRONG_TYPE -> edited(value, row -> row.put(number, "abc"));
            case OVERFLOW -> edited(value, row -> row.put(number, BigInteger.TEN.pow(20)));
            case FRACTION_FOR_INTEGER -> edited(value, row -> row.put(integer, new BigDecimal("5.9")));
            case TEXT_FOR_INTEGER -> edited(value, row -> row.put(integer, "3"));
            case MISSING_KEY_FIELD ->
                edited(value, row -> row.remove(table.key().name()));
            case EMPTY_PAYLOAD -> new byte[0];
            case ARRAY -> text("[" + string(value) + "]");
            case SCALAR -> text("42");
            case TOO_MANY_DECIMALS -> edited(value, row -> row.put("amount", new BigDecimal("19.999")));
            case NULL_PAYLOAD -> null;
            case UNKNOWN_TYPE -> edited(value, row -> row.put("type", "XYZ"));
            case IMPOSSIBLE_DATE -> edited(value, row -> row.put("date", "930231"));
            case OVERSIZE -> edited(value, row -> row.put("note", "x".repeat(OVERSIZE_BYTES)));
        };
    }

    private static byte[] edited(byte[] value, Consumer<ObjectNode> edit) {
        try {
            ObjectNode event = (ObjectNode) MAPPER.readTree(value);
            edit.accept(row(event));
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("only good records can be spoiled", e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    // The transaction itself, or the row as it is after the change; for a delete as it was before.
    private static ObjectNode row(ObjectNode event) {
        JsonNode after = event.path("after");
        if (after.isMissingNode()) {
            return event;
        }
        return (ObjectNode) (after.isNull() ? event.get("before") : after);
    }

    /** A byte that starts a character of two bytes, alone. */
    private static byte[] notUtf8(byte[] value) {
        int place = string(value).lastIndexOf('"');
        byte[] spoiled = Arrays.copyOf(value, value.length + 1);
        System.arraycopy(value, place, spoiled, place + 1, value.length - place);
        spoiled[place] = (byte) 0xC3;
        return spoiled;
    }

    // An amount where there is one: what a lenient reader makes of it would show in the sums.
    private static String number(BankTable table) {
        return switch (table) {
            case TRANSACTION, LOAN -> "amount";
            case ACCOUNT, CLIENT -> "district_id";
            case DISPOSITION -> "account_id";
            case DISTRICT -> "inhabitants";
        };
    }

    private static String integer(BankTable table) {
        return switch (table) {
            case TRANSACTION, LOAN, DISPOSITION -> "account_id";
            case ACCOUNT, CLIENT, DISTRICT -> "district_id";
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String string(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
