package unroll.engine.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Locale;

/**
 * How numbers are written: the sign before the decimals, thousands that may be parted, and what may stand round a number: a per cent sign, a
 * currency, brackets for minus. What Java reads besides is none: "NaN", "0x1p3", "1f".
 */
public final class NumberForm {
    /** What cannot be read as a number gives this one, which no cell stands for. */
    static final double NONE = Double.NaN;

    private static final int DIGITS_OF_A_GROUP = 3;

    private final char decimal;
    private final char group;

    private NumberForm(char decimal, char group) {
        this.decimal = decimal;
        this.group = group;
    }

    /** Points before decimals, commas between thousands. */
    public static final NumberForm POINT = new NumberForm('.', ',');

    static final NumberForm COMMA = new NumberForm(',', '.');

    /** With decimals behind this sign. */
    static NumberForm of(DecimalSign sign) {
        return sign == DecimalSign.COMMA ? COMMA : POINT;
    }

    /** The number that {@code cell} is, or {@link #NONE}. */
    public double parse(String cell) {
        return parse(cell.toCharArray(), 0, cell.length());
    }

    /** The number in {@code length} characters of {@code text} from {@code from} on, or {@link #NONE}; infinite where it is too large. */
    double parse(char[] text, int from, int length) {
        int begin = from;
        int end = from + length;
        while (begin < end && blank(text[begin])) {
            begin++;
        }
        while (end > begin && blank(text[end - 1])) {
            end--;
        }
        return decimal == '.' && plain(text, begin, end)
                ? JavaDoubleParser.parseDouble(text, begin, end - begin)
                : dressed(new String(text, begin, end - begin));
    }

    /** Whether it is a number as Java and JSON write it: digits, a point, an exponent. */
    private static boolean plain(char[] text, int begin, int end) {
        int i = begin;
        if (i < end && (text[i] == '-' || text[i] == '+')) {
            i++;
        }
        int digits = 0;
        boolean point = false;
        for (; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        return digits > 0 && (i == end || exponent(text, i, end));
    }

    private static boolean exponent(char[] text, int begin, int end) {
        int i = begin + 1;
        if (text[begin] != 'e' && text[begin] != 'E') {
            return false;
        }
        if (i < end && (text[i] == '-' || text[i] == '+')) {
            i++;
        }
        boolean digits = i < end;
        for (; i < end; i++) {
            digits &= text[i] >= '0' && text[i] <= '9';
        }
        return digits;
    }

    private double dressed(String cell) {
        String bare = undressed(cell);
        boolean negative = bare.startsWith("(") && bare.endsWith(")") && bare.length() > 2;
        String number = together(negative ? bare.substring(1, bare.length() - 1).strip() : bare);
        char[] digits = number.toCharArray();
        if (!plain(digits, 0, digits.length)) {
            return NONE;
        }
        double value = JavaDoubleParser.parseDouble(digits);
        return negative ? -value : value;
    }

    /** Without a per cent sign or a currency round it, and with the minus of keyboards. */
    private static String undressed(String cell) {
        String bare = cell.replace('\u2212', '-').replace('\u2013', '-');
        boolean minus = bare.startsWith("-");
        int begin = minus ? 1 : 0;
        int end = bare.length();
        while (begin < end && (currency(bare.charAt(begin)) || blank(bare.charAt(begin)))) {
            begin++;
        }
        while (end > begin
                && (currency(bare.charAt(end - 1)) || blank(bare.charAt(end - 1)) || bare.charAt(end - 1) == '%')) {
            end--;
        }
        String inside = bare.substring(begin, end);
        return minus ? "-" + inside : inside;
    }

    private static boolean currency(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    /** The number without the signs between its thousands and with a point before its decimals; empty where it is none. */
    private String together(String cell) {
        int exponent = cell.toLowerCase(Locale.ROOT).indexOf('e');
        String mantissa = exponent < 0 ? cell : cell.substring(0, exponent);
        int at = mantissa.indexOf(decimal);
        String whole = at < 0 ? mantissa : mantissa.substring(0, at);
        String rest = at < 0 ? "" : "." + mantissa.substring(at + 1);
        String digits = whole.replaceAll("[^-+0-9]", "");
        boolean fits =
                exponent < 0 ? grouped(whole) : digits.equals(whole); // nobody parts thousands before an exponent
        return fits ? digits + rest + cell.substring(mantissa.length()) : "";
    }

    /** Whether these digits are together, or parted by one sign into groups of three of which the first begins with no zero. */
    private boolean grouped(String whole) {
        String digits = whole.startsWith("-") || whole.startsWith("+") ? whole.substring(1) : whole;
        int last = digits.length();
        char between = 0;
        for (int i = digits.length() - 1; i >= 0; i--) {
            char c = digits.charAt(i);
            if (c >= '0' && c <= '9') {
                continue;
            }
            if (!parts(c) || between != 0 && c != between || last - i - 1 != DIGITS_OF_A_GROUP || i == 0) {
                return false;
            }
            between = c;
            last = i;
        }
        return between == 0 || last <= DIGITS_OF_A_GROUP && digits.charAt(0) != '0';
    }

    private boolean parts(char c) {
        return c == group || c == '\'' || c == '\u2019' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == ' ';
    }

    static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u202F' || c == '\u3000' || c == '\uFEFF';
    }

    /** Whether {@code cell} is a number with this decimal sign, and none with the other. */
    boolean alone(NumberForm other, String cell) {
        return !Double.isNaN(parse(cell)) && Double.isNaN(other.parse(cell));
    }
}
