package unroll.engine.data;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The types of numbers that IDX files hold. */
enum IdxNumber {
    BYTE(0x08, 1, "bytes"),
    SIGNED_BYTE(0x09, 1, "signed bytes"),
    SHORT(0x0b, 2, "whole numbers of 16 bits"),
    INTEGER(0x0c, 4, "whole numbers of 32 bits"),
    FLOAT(0x0d, 4, "numbers of 32 bits"),
    DOUBLE(0x0e, 8, "numbers of 64 bits");

    private final int code;
    private final int bytes;
    private final String words;

    IdxNumber(int code, int bytes, String words) {
        this.code = code;
        this.bytes = bytes;
        this.words = words;
    }

    /** The type that a file's third byte names; null where it names none. */
    static @Nullable IdxNumber of(byte code) {
        for (IdxNumber type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /** What they are, in the plural. */
    String words() {
        return words;
    }

    /** The number at a place counted in such numbers, big-endian as {@code in} is. */
    double at(ByteBuffer in, int place) {
        int at = place * bytes;
        return switch (this) {
            case BYTE -> in.get(at) & 255;
            case SIGNED_BYTE -> in.get(at);
            case SHORT -> in.getShort(at);
            case INTEGER -> in.getInt(at);
            case FLOAT -> in.getFloat(at);
            case DOUBLE -> in.getDouble(at);
        };
    }
}
