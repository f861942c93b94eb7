package unroll.engine.music;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import unroll.engine.data.DataException;

/** The bytes of a MIDI file, read from the front up to an end; complaints say at which byte, counted from 1, and within what. */
final class MidiBytes {
    /** Bytes of the longest number of variable length: four times seven bits. */
    private static final int LONGEST = 4;

    private static final int MORE = 0x80;

    private final Path file;
    private final byte[] bytes;
    private final String within;
    private final int end;
    private int at;

    private MidiBytes(Path file, byte[] bytes, String within, int at, int end) {
        this.file = file;
        this.bytes = bytes;
        this.within = within;
        this.at = at;
        this.end = end;
    }

    /** All of a file. */
    MidiBytes(Path file, byte[] bytes) {
        this(file, bytes, "", 0, bytes.length);
    }

    /** The next {@code length} of them to be read by themselves; here they are passed over. */
    MidiBytes part(String name, int length) {
        MidiBytes part = new MidiBytes(file, bytes, ", in " + name, at, at + length);
        at += length;
        return part;
    }

    /** Bytes that are left. */
    int left() {
        return end - at;
    }

    /** Whether this text stands {@code ahead} bytes from here. */
    boolean has(int ahead, String text) {
        return left() >= ahead + text.length()
                && new String(bytes, at + ahead, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    void skip(int count) {
        require(count);
        at += count;
    }

    /** Back to the byte before. */
    void back() {
        at--;
    }

    int unsigned8() {
        require(1);
        return Byte.toUnsignedInt(bytes[at++]);
    }

    int unsigned16() {
        return unsigned8() << 8 | unsigned8();
    }

    int unsigned24() {
        return unsigned16() << 8 | unsigned8();
    }

    long unsigned32() {
        return (long) unsigned16() << 16 | unsigned16();
    }

    /** The same with the lowest byte first, as RIFF has it. */
    long littleEndian32() {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) unsigned32()));
    }

    /** A number of seven bits a byte, the highest first; the last byte has no eighth. */
    int variable() {
        int number = 0;
        for (int i = 0; i < LONGEST; i++) {
            int next = unsigned8();
            number = number << 7 | next & ~MORE;
            if (next < MORE) {
                return number;
            }
        }
        back();
        throw complaint("a number goes on beyond its fourth byte");
    }

    /** One of seven bits, such as a key. */
    int data() {
        int next = unsigned8();
        if (next >= MORE) {
            back();
            throw complaint(
                    String.format(Locale.ROOT, "%02X stands where a number below 80 (hexadecimal) is expected", next));
        }
        return next;
    }

    private void require(int count) {
        if (count > left()) {
            int missing = count - left();
            String what =
                    missing == 1 ? "a byte is missing" : String.format(Locale.ROOT, "%,d bytes are missing", missing);
            throw complaint(what + ": it is cut off or damaged");
        }
    }

    /** About the byte that would be read next. */
    DataException complaint(String what) {
        return new DataException(
                file,
                String.format(Locale.ROOT, "byte %,d%s: %s; take another copy of the file", at + 1, within, what));
    }
}
