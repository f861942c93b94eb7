package unroll.engine.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of an array's elements.
 *
 * @param kind a letter as in NumPy: b for true and false, i and u for whole numbers with and without sign, f for others, S and U for texts,
 *     M for times, m for times between two
 * @param bytes of an element
 * @param order of these bytes
 * @param unit of times: ns, us, ms, s, m, h, D, W, M or Y
 */
record NumpyType(char kind, int bytes, ByteOrder order, String unit) {
    private static final Pattern NAME = Pattern.compile("([<>|=])([biufcSUaMmOV])(\\d{0,9})(?:\\[(\\w+)])?");

    private static final Set<String> READ =
            Set.of("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "M8", "m8");

    private static final long NOT_A_TIME = Long.MIN_VALUE;

    /**
     * The type of a name such as {@code <f8}.
     *
     * @throws IllegalArgumentException with the reason, where it is none that a table can hold
     */
    static NumpyType of(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("is of the type '" + name + "', which is none of NumPy's");
        }
        char kind = parts.group(2).charAt(0);
        switch (kind) {
            case 'O' ->
                throw new IllegalArgumentException(
                        "holds Python objects, and whatever reads these runs any program that"
                                + " stands in the file; save it as numbers: numpy.save(FILE, array.astype(float))");
            case 'c' ->
                throw new IllegalArgumentException(
                        "holds complex numbers; save their real and imaginary parts as two columns");
            case 'V' ->
                throw new IllegalArgumentException("holds bytes without a type ('" + name + "'); save it as numbers");
            default -> {}
        }
        int size = parts.group(3).isEmpty() ? 0 : Integer.parseInt(parts.group(3));
        boolean text = kind == 'S' || kind == 'U' || kind == 'a';
        if (!text && !READ.contains(kind + parts.group(3))) {
            throw new IllegalArgumentException(
                    "is of the type '" + name + "', which only some computers have; save it as"
                            + " numbers of 8 bytes: numpy.save(FILE, array.astype('f8'))");
        }
        String unit = parts.group(4) == null ? "" : parts.group(4);
        if (kind == 'M' && !unit.matches("ns|us|ms|[smhDWMY]")) {
            throw new IllegalArgumentException(
                    "holds times in '" + unit + "'; save it as astype('datetime64[ns]') has them");
        }
        return new NumpyType(
                kind == 'a' ? 'S' : kind,
                Math.multiplyExact(size, kind == 'U' ? Integer.BYTES : 1),
                parts.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                unit);
    }

    /** Whether its elements are numbers. */
    boolean isNumber() {
        return "biuf".indexOf(kind) >= 0;
    }

    /** The element at this byte, as a text that is read as it. */
    String text(MemorySegment data, long at) {
        return switch (kind) {
            case 'f' -> Double.toString(number(data, at));
            case 'b' -> data.get(ValueLayout.JAVA_BYTE, at) == 0 ? "0" : "1";
            case 'i' -> Long.toString(whole(data, at));
            case 'u' -> unsigned(whole(data, at));
            case 'S' -> text(data, at, StandardCharsets.ISO_8859_1);
            case 'U' -> text(data, at, Charset.forName(order == ByteOrder.BIG_ENDIAN ? "UTF-32BE" : "UTF-32LE"));
            default -> time(data.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at));
        };
    }

    private double number(MemorySegment data, long at) {
        return switch (bytes) {
            case 2 -> Float.float16ToFloat(data.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at));
            case 4 -> data.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), at);
            default -> data.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), at);
        };
    }

    private long whole(MemorySegment data, long at) {
        return switch (bytes) {
            case 1 -> data.get(ValueLayout.JAVA_BYTE, at);
            case 2 -> data.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at);
            case 4 -> data.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at);
            default -> data.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at);
        };
    }

    private String unsigned(long value) {
        return Long.toUnsignedString(bytes == Long.BYTES ? value : value & ((1L << (Byte.SIZE * bytes)) - 1));
    }

    private String text(MemorySegment data, long at, Charset charset) {
        String text = new String(data.asSlice(at, bytes).toArray(ValueLayout.JAVA_BYTE), charset);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private String time(long count) {
        if (count == NOT_A_TIME) {
            return "NaT";
        }
        try {
            return kind == 'm' ? Long.toString(count) : date(count);
        } catch (DateTimeException | ArithmeticException e) {
            return count + unit; // beyond all calendars: no time, which the table's reader says
        }
    }

    private String date(long count) {
        return switch (unit) {
            case "Y" -> LocalDate.EPOCH.plusYears(count).toString();
            case "M" -> LocalDate.EPOCH.plusMonths(count).toString();
            case "W" -> LocalDate.EPOCH.plusWeeks(count).toString();
            case "D" -> LocalDate.EPOCH.plusDays(count).toString();
            case "h" -> seconds(Math.multiplyExact(count, 3600L), 0);
            case "m" -> seconds(Math.multiplyExact(count, 60L), 0);
            case "s" -> seconds(count, 0);
            case "ms" -> parts(count, 1000);
            case "us" -> parts(count, 1_000_000);
            default -> parts(count, 1_000_000_000);
        };
    }

    private static String parts(long count, int ofASecond) {
        return seconds(Math.floorDiv(count, ofASecond), Math.floorMod(count, ofASecond) * (1_000_000_000 / ofASecond));
    }

    private static String seconds(long seconds, int nanoseconds) {
        return LocalDateTime.ofEpochSecond(seconds, nanoseconds, ZoneOffset.UTC).toString();
    }
}
