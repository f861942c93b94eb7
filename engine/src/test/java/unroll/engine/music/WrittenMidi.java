package unroll.engine.music;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of MIDI files put together by hand, so that what a reader makes of them has an origin of its own. */
final class WrittenMidi {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A file of these tracks. */
    static byte[] file(int format, int division, WrittenMidi... tracks) {
        WrittenMidi file = new WrittenMidi()
                .text("MThd")
                .u32(6)
                .u16(format)
                .u16(tracks.length)
                .u16(division);
        for (WrittenMidi track : tracks) {
            file.text("MTrk").u32(track.bytes.size()).raw(track.bytes.toByteArray());
        }
        return file.toBytes();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    WrittenMidi text(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    WrittenMidi raw(byte... more) {
        bytes.writeBytes(more);
        return this;
    }

    /** Numbers of a byte each. */
    WrittenMidi hex(String digits) {
        for (String pair : digits.split(" ", -1)) {
            bytes.write(Integer.parseInt(pair, 16));
        }
        return this;
    }

    WrittenMidi u16(int x) {
        bytes.write(x >> 8);
        bytes.write(x);
        return this;
    }

    WrittenMidi u32(long x) {
        return u16((int) (x >> 16)).u16((int) x);
    }

    /** Ticks to the event that follows. */
    WrittenMidi after(int ticks) {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (ticks >> shift != 0) {
                bytes.write(ticks >> shift & 0x7F | 0x80);
            }
        }
        bytes.write(ticks & 0x7F);
        return this;
    }

    WrittenMidi on(int ticks, int channel, int key) {
        return after(ticks).raw((byte) (0x90 | channel), (byte) key, (byte) 64);
    }

    WrittenMidi off(int ticks, int channel, int key) {
        return after(ticks).raw((byte) (0x80 | channel), (byte) key, (byte) 0);
    }

    WrittenMidi control(int ticks, int channel, int number, int value) {
        return after(ticks).raw((byte) (0xB0 | channel), (byte) number, (byte) value);
    }

    WrittenMidi tempo(int ticks, int microseconds) {
        return after(ticks)
                .raw((byte) 0xFF, (byte) 0x51, (byte) 3)
                .raw((byte) (microseconds >> 16), (byte) (microseconds >> 8), (byte) microseconds);
    }

    WrittenMidi end(int ticks) {
        return after(ticks).hex("FF 2F 00");
    }
}
