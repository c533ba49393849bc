package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;

/** Turns a MySQL date pattern into one of DuckDB's strftime and strptime. */
final class DatePattern {
    private DatePattern() {}

    static String convert(String pattern) throws StarRocksException {
        switch (pattern) {
            case "yyyyMMdd":
                return "%Y%m%d";
            case "yyyy-MM-dd":
                return "%Y-%m-%d";
            case "yyyy-MM-dd HH:mm:ss":
                return "%Y-%m-%d %H:%M:%S";
            case "yyyy-MM":
                return "%Y-%m";
            case "yyyyMM":
                return "%Y%m";
            case "yyyy":
                return "%Y";
            default:
                break;
        }
        StringBuilder converted = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char character = pattern.charAt(i);
            if (character != '%' || i + 1 == pattern.length()) {
                converted.append(character == '%' ? "%%" : String.valueOf(character));
                continue;
            }
            i++;
            converted.append(field(pattern.charAt(i)));
        }
        return converted.toString();
    }

    private static String field(char letter) throws StarRocksException {
        return switch (letter) {
            case 'Y', 'y', 'm', 'd', 'H', 'p', 'a', 'b', 'j', 'f', 'w' -> "%" + letter;
            case 'i' -> "%M";
            case 's', 'S' -> "%S";
            case 'M' -> "%B";
            case 'W' -> "%A";
            case 'h', 'I' -> "%I";
            case 'e' -> "%-d";
            case 'c' -> "%-m";
            case 'k' -> "%-H";
            case 'l' -> "%-I";
            case 'T' -> "%H:%M:%S";
            case 'r' -> "%I:%M:%S %p";
            case 'v', 'u' -> "%V";
            case 'U' -> "%U";
            case 'x' -> "%G";
            case '%' -> "%%";
            case 'D', 'V', 'X' -> throw StarRocksException.notSupported("%" + letter + " in a date pattern");
            default -> String.valueOf(letter);
        };
    }
}
