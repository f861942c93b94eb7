package unroll.engine.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an array in NumPy's form says of itself (NEP 1, versions 1 to 3).
 *
 * @param fields what an element is made of; a single one without a name where it is a number
 * @param bytes of an element
 * @param fortran whether the first index is the one that runs fastest
 * @param shape the lengths along its dimensions
 * @param length of the header, in bytes
 */
record NumpyHeader(List<Field> fields, int bytes, boolean fortran, List<Long> shape, int length) {
    /** NumPy refuses longer ones itself, or asks. */
    static final int LONGEST = 1 << 16;

    /** What no array in memory has more of. */
    private static final int MOST_FIELDS = 10_000;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int UP_TO_VERSION = MAGIC.length + 2;

    /**
     * A part of an element.
     *
     * @param offset in bytes from the beginning of the element
     */
    record Field(String name, NumpyType type, int offset) {}

    NumpyHeader {
        fields = List.copyOf(fields);
        shape = List.copyOf(shape);
    }

    /**
     * That of an array which begins with these bytes, at most {@link #LONGEST} and a few.
     *
     * @throws IllegalArgumentException with the reason, where it is none or of a type that no table can hold
     */
    static NumpyHeader of(byte[] first) {
        ByteBuffer in = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
        boolean wide = first.length > MAGIC.length && first[MAGIC.length] > 1;
        int begin = UP_TO_VERSION + (wide ? Integer.BYTES : Short.BYTES);
        if (first.length < begin || !ByteBuffer.wrap(first, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new IllegalArgumentException("is no array in NumPy's form; save it by numpy.save");
        }
        long length = wide
                ? Integer.toUnsignedLong(in.getInt(UP_TO_VERSION))
                : Short.toUnsignedInt(in.getShort(UP_TO_VERSION));
        if (length > first.length - begin) {
            throw new IllegalArgumentException("ends within its header, or has none that is one; copy it again");
        }
        String text = new String(first, begin, (int) length, StandardCharsets.UTF_8);
        return of(text.strip(), begin + (int) length);
    }

    private static NumpyHeader of(String text, int length) {
        Object said;
        try {
            said = PythonLiteral.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a header that is none; save it by numpy.save", e);
        }
        Object type = said instanceof Map<?, ?> described ? described.get("descr") : null;
        if (said instanceof Map<?, ?> header
                && type != null
                && header.get("fortran_order") instanceof Boolean fortran
                && header.get("shape") instanceof List<?> shape
                && shape.stream().allMatch(one -> one instanceof Long n && n >= 0)) {
            List<Field> fields = new ArrayList<>();
            List<Long> sizes = shape.stream().map(Long.class::cast).toList();
            int bytes = size(type, fields);
            return new NumpyHeader(fields, bytes, fortran, sizes, length);
        }
        throw new IllegalArgumentException("has a header that lacks the type or the shape; save it by numpy.save");
    }

    private static int size(Object type, List<Field> fields) {
        try {
            return add("", type, 0, fields);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("announces elements of more bytes than there are", e);
        }
    }

    /** Adds the fields of a type; returns where it ends. */
    private static int add(String name, Object type, int offset, List<Field> fields) {
        if (type instanceof String simple) {
            NumpyType one = NumpyType.of(simple);
            fields.add(new Field(name, one, offset));
            if (fields.size() > MOST_FIELDS) {
                throw new IllegalArgumentException("has elements of more than " + MOST_FIELDS + " fields");
            }
            return Math.addExact(offset, one.bytes());
        }
        int end = offset;
        if (type instanceof List<?> parts) {
            for (Object part : parts) {
                if (!(part instanceof List<?> field) || field.size() < 2 || field.size() > 3) {
                    throw new IllegalArgumentException("has a field that is none; save it by numpy.save");
                }
                end = addField(name, field, end, fields);
            }
        }
        return end;
    }

    /** Adds a field, which is as many as its shape says where it has one. */
    private static int addField(String prefix, List<?> field, int offset, List<Field> fields) {
        Object named = field.getFirst() instanceof List<?> titled ? titled.getLast() : field.getFirst();
        String name = prefix.isEmpty() ? String.valueOf(named) : prefix + "." + named;
        if (field.get(1) instanceof String hole && hole.startsWith("|V")) {
            return Math.addExact(offset, Integer.parseInt(hole.substring(2))); // fills up to where the next may stand
        }
        if (field.size() == 2) {
            return add(name, field.get(1), offset, fields);
        }
        long count = 1;
        if (field.get(2) instanceof List<?> shape) {
            for (Object size : shape) {
                count = size instanceof Long n && n >= 0 && n <= MOST_FIELDS ? Math.multiplyExact(count, n) : -1;
            }
        }
        if (count < 0 || count > MOST_FIELDS) {
            throw new IllegalArgumentException("has elements of more than " + MOST_FIELDS + " fields");
        }
        int end = offset;
        for (int i = 1; i <= count; i++) {
            end = add(name + " " + i, field.get(1), end, fields);
        }
        return end;
    }

    /** How many elements there are; infinite where no number says it. */
    double elements() {
        return shape.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
    }

    /** "3 x 4". */
    String sizes() {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }

    /** Whether its elements are numbers, or have any among their fields. */
    boolean hasNumbers() {
        return fields.stream().anyMatch(field -> field.type().isNumber());
    }
}
