package io.elt.local.starrocks.mysql;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.sql.Token;
import io.elt.local.starrocks.sql.TokenKind;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a parameter of a prepared statement as the literal that means the same. */
final class BinaryParameter {
    private static final int UNSIGNED = 0x8000;

    private BinaryParameter() {}

    static List<Token> absent() {
        return List.of(token(TokenKind.WORD, "NULL"));
    }

    static List<Token> text(byte[] bytes) {
        return List.of(token(TokenKind.STRING, new String(bytes, StandardCharsets.UTF_8)));
    }

    static List<Token> read(PayloadReader reader, int type) throws IOException, StarRocksException {
        boolean unsigned = (type & UNSIGNED) != 0;
        return switch (type & 0xff) {
            case WireType.NULL -> absent();
            case WireType.TINY -> number(reader, 1, unsigned);
            case WireType.SHORT, WireType.YEAR -> number(reader, 2, unsigned);
            case WireType.LONG, WireType.INT24 -> number(reader, 4, unsigned);
            case WireType.LONGLONG -> number(reader, 8, unsigned);
            case WireType.FLOAT -> real(Float.toString(Float.intBitsToFloat((int) reader.integer(4))));
            case WireType.DOUBLE -> real(Double.toString(Double.longBitsToDouble(reader.integer(8))));
            case WireType.DATE, WireType.DATETIME, WireType.TIMESTAMP -> dateTime(reader);
            case WireType.TIME -> throw StarRocksException.notSupported("TIME parameters; pass a string");
            case WireType.DECIMAL, WireType.NEWDECIMAL -> decimal(reader.string());
            default -> text(reader.string());
        };
    }

    private static List<Token> number(PayloadReader reader, int width, boolean unsigned) throws IOException {
        long bits = reader.integer(width);
        if (unsigned) {
            return signed(Long.toUnsignedString(bits));
        }
        int shift = 64 - 8 * width;
        return signed(Long.toString(bits << shift >> shift));
    }

    private static List<Token> real(String text) {
        return signed(text.replace("E", "e"));
    }

    /** As a number, so that arithmetic and comparisons are exact. */
    private static List<Token> decimal(byte[] bytes) throws StarRocksException {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        try {
            return signed(new BigDecimal(text).toPlainString());
        } catch (NumberFormatException malformed) {
            throw StarRocksException.analysis("'" + text + "' is no decimal");
        }
    }

    private static List<Token> signed(String number) {
        if (!number.startsWith("-")) {
            return List.of(token(TokenKind.NUMBER, number));
        }
        return List.of(
                token(TokenKind.SYMBOL, "("),
                token(TokenKind.SYMBOL, "-"),
                token(TokenKind.NUMBER, number.substring(1)),
                token(TokenKind.SYMBOL, ")"));
    }

    private static List<Token> dateTime(PayloadReader reader) throws IOException {
        int length = (int) reader.integer(1);
        long year = length >= 4 ? reader.integer(2) : 0;
        long month = length >= 4 ? reader.integer(1) : 0;
        long day = length >= 4 ? reader.integer(1) : 0;
        String text = "%04d-%02d-%02d".formatted(year, month, day);
        if (length >= 7) {
            text += " %02d:%02d:%02d".formatted(reader.integer(1), reader.integer(1), reader.integer(1));
        }
        if (length >= 11) {
            text += ".%06d".formatted(reader.integer(4));
        }
        return List.of(token(TokenKind.STRING, text));
    }

    private static Token token(TokenKind kind, String text) {
        return new Token(kind, text, 0, 0);
    }
}
