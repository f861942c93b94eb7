package unroll.engine.file;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import unroll.engine.backend.Precision;

/** The types of floating point numbers in safetensors files that are read. */
enum NumberType {
    F16(Short.BYTES, Precision.SINGLE),

    /** The upper half of a number in single precision. */
    BF16(Short.BYTES, Precision.SINGLE),

    F32(Float.BYTES, Precision.SINGLE),

    F64(Double.BYTES, Precision.DOUBLE);

    /** How many bytes a number of the other types has that are whole bytes. */
    private static final Map<String, Integer> OTHERS = Map.ofEntries(
            Map.entry("BOOL", 1),
            Map.entry("U8", 1),
            Map.entry("I8", 1),
            Map.entry("F8_E4M3", 1),
            Map.entry("F8_E5M2", 1),
            Map.entry("U16", 2),
            Map.entry("I16", 2),
            Map.entry("U32", 4),
            Map.entry("I32", 4),
            Map.entry("U64", 8),
            Map.entry("I64", 8),
            Map.entry("C64", 8));

    private final int bytes;
    private final Precision precision;

    NumberType(int bytes, Precision precision) {
        this.bytes = bytes;
        this.precision = precision;
    }

    /** The one that a header names, where it is one that is read. */
    static Optional<NumberType> named(String name) {
        for (NumberType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The one in which numbers of this precision are written. */
    static NumberType of(Precision precision) {
        return precision == Precision.SINGLE ? F32 : F64;
    }

    /** The bytes of a number of the type that a header names; empty where nobody knows. */
    static Optional<Integer> bytes(String name) {
        return named(name).map(NumberType::bytes).or(() -> Optional.ofNullable(OTHERS.get(name)));
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /** What holds all its numbers exactly. */
    Precision precision() {
        return precision;
    }

    /** The number that begins with byte {@code at}. */
    double number(ByteBuffer in, int at) {
        return switch (this) {
            case F16 -> Float.float16ToFloat(in.getShort(at));
            case BF16 -> Float.intBitsToFloat(in.getShort(at) << 16);
            case F32 -> in.getFloat(at);
            case F64 -> in.getDouble(at);
        };
    }
}
