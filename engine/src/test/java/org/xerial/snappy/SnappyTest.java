package org.xerial.snappy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks put together by hand, element by element as the format description has them. */
class SnappyTest {
    /** More bytes than any block here has. */
    private static final int ROOM = 200_000;

    private static byte[] unpacked(byte[] packed, int room) throws IOException {
        ByteBuffer direct = ByteBuffer.allocateDirect(packed.length).put(packed).flip();
        ByteBuffer to = ByteBuffer.allocateDirect(room);
        int length = Snappy.uncompress(direct, to);
        assertThat(to.remaining()).isEqualTo(length);
        byte[] bytes = new byte[length];
        to.get(bytes);
        return bytes;
    }

    private static void write(ByteArrayOutputStream out, int... bytes) {
        for (int one : bytes) {
            out.write(one);
        }
    }

    /** A block of one literal, with its length in the tag or in 1 to 3 bytes behind it. */
    private static byte[] literal(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, (bytes.length & 0x7F) | 0x80, ((bytes.length >> 7) & 0x7F) | 0x80, bytes.length >> 14);
        int last = bytes.length - 1;
        if (last < 60) {
            write(out, last << 2);
        } else if (last < 1 << 8) {
            write(out, 60 << 2, last);
        } else if (last < 1 << 16) {
            write(out, 61 << 2, last & 0xFF, last >> 8);
        } else {
            write(out, 62 << 2, last & 0xFF, (last >> 8) & 0xFF, last >> 16);
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    @Test
    void literalsOfEveryLengthAreTakenOver() throws IOException {
        for (int length : new int[] {1, 2, 59, 60, 61, 256, 257, 65_536, 65_537, 150_000}) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            assertThat(unpacked(literal(bytes), ROOM)).isEqualTo(bytes);
        }
    }

    /** After "abcdef": a copy with its place in 11 bits, in 2 bytes, in 4 bytes; one that reads what it writes. */
    @ParameterizedTest
    @CsvSource({
        "0A14 616263646566 0106, abcdefabcd",
        "0A14 616263646566 0E0400, abcdefcdef",
        "0A14 616263646566 0F05000000, abcdefbcde",
        "0C14 616263646566 0902, abcdefefefef",
        "0C14 616263646566 160100, abcdefffffff",
        "00, ''"
    })
    void copiesReadWhatStandsBefore(String packed, String bytes) throws IOException {
        assertThat(new String(unpacked(bytes(packed), ROOM), StandardCharsets.US_ASCII))
                .isEqualTo(bytes);
    }

    @Test
    void aCopyReachesFarBack() throws IOException {
        byte[] bytes = new byte[70_000];
        new Random(1).nextBytes(bytes);
        byte[] block = literal(bytes);
        int length = bytes.length + 64;
        byte[] packed = Arrays.copyOf(block, block.length + 5);
        packed[0] = (byte) ((length & 0x7F) | 0x80);
        packed[1] = (byte) (((length >> 7) & 0x7F) | 0x80);
        packed[2] = (byte) (length >> 14);
        packed[block.length] = (byte) 0xFF;
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(block.length + 1, 69_999);
        byte[] expected = Arrays.copyOf(bytes, length);
        System.arraycopy(bytes, 1, expected, bytes.length, 64);
        assertThat(unpacked(packed, ROOM)).isEqualTo(expected);
    }

    /** Too long or short by its length; a literal or a copy beyond an end; a copy of nothing; a length without an end. */
    @ParameterizedTest
    @CsvSource({
        "0B14 616263646566 0106",
        "0914 616263646566 0106",
        "0A14 616263646566 0107",
        "0A14 616263646566 0100",
        "0A14 616263646566 0FFFFFFFFF",
        "0A14 616263646566 0E04",
        "0618 616263646566",
        "06FC FFFFFFFF 616263646566",
        "FFFFFFFFFF01",
        "FFFFFFFF0F",
        "80",
        "''"
    })
    void damagedBlocksAreRefused(String packed) {
        assertThatThrownBy(() -> unpacked(bytes(packed), ROOM))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeItIsWritten() throws IOException {
        byte[] packed = bytes("0A14 616263646566 0106");
        assertThat(unpacked(packed, 10)).hasSize(10);
        assertThatThrownBy(() -> unpacked(packed, 9)).isInstanceOf(IOException.class);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
