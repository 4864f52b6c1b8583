package io.hourglass.kernel.text;

import java.util.regex.Pattern;

/** Text for a file that people open in a spreadsheet, which takes a cell that begins in some ways for a formula. */
public final class SpreadsheetText {

    /** At the head of a file, by it spreadsheets know UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String BEGIN_FORMULAS = "=+-@\t\r\n＝＋－＠";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private SpreadsheetText() {}

    /** What follows the mark; the whole of a text without one. */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /** With an apostrophe before what would be a formula, and before an apostrophe, so that it can be taken away again. */
    public static String cell(String text) {
        return !text.isEmpty() && (BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0 || text.charAt(0) == '\'')
                ? "'" + text
                : text;
    }

    /** The same, but a plain number stays one, also below zero. */
    public static String cellOrNumber(String text) {
        return NUMBER.matcher(text).matches() ? text : cell(text);
    }
}
