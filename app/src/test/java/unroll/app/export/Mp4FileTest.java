package unroll.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcodec.codecs.h264.H264Decoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.common.DemuxerTrack;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.app.export.FilmFile.Frame;

/** Films taken apart again: by the rules of the container's boxes, and by the decoder. */
class Mp4FileTest {
    /** No multiple of 16, the size of a block. */
    private static final int WIDTH = 70;

    private static final int HEIGHT = 42;

    private static final int ORANGE = 0xffe8590c;
    private static final int INK = 0xff0d1117;

    @TempDir
    Path folder;

    /** A square of 20 that moves on ink, 2 a frame. */
    private static Frame frame(int number) {
        int[] pixels = new int[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % WIDTH - 2 * number;
            int y = i / WIDTH - 8;
            pixels[i] = x >= 0 && x < 20 && y >= 0 && y < 20 ? ORANGE : INK;
        }
        return new Frame(WIDTH, HEIGHT, pixels);
    }

    private Path write(int frames, int framesPerSecond) throws IOException {
        Path file = folder.resolve("film.mp4");
        try (FilmFile film = new Mp4File(file, framesPerSecond)) {
            for (int i = 0; i < frames; i++) {
                film.add(frame(i % 20));
            }
            film.finish();
        }
        return file;
    }

    /** The content of a box, along a path of four-letter names from the beginning of the file. */
    private static ByteBuffer box(ByteBuffer in, String... path) {
        ByteBuffer rest = in.duplicate();
        while (rest.remaining() >= 8) {
            long size = rest.getInt();
            byte[] name = new byte[4];
            rest.get(name);
            int content = (int) (size == 1 ? rest.getLong() - 16 : size - 8); // 1 is for: the size follows in 64 bits
            if (new String(name, StandardCharsets.US_ASCII).equals(path[0])) {
                ByteBuffer inside = rest.slice(rest.position(), content);
                return path.length == 1 ? inside : box(inside, Arrays.copyOfRange(path, 1, path.length));
            }
            rest.position(rest.position() + content);
        }
        throw new AssertionError("there is no box " + path[0]);
    }

    @Test
    void theContainerTellsFramesTimeSizeAndCodec() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(write(60, 15)));
        String[] media = {"moov", "trak", "mdia"};
        ByteBuffer head = box(file, media[0], media[1], media[2], "mdhd");
        assertThat((double) head.getInt(16) / head.getInt(12)).as("seconds").isEqualTo(4);
        ByteBuffer sizes = box(file, media[0], media[1], media[2], "minf", "stbl", "stsz");
        assertThat(sizes.getInt(8)).as("frames").isEqualTo(60);
        ByteBuffer description = box(file, media[0], media[1], media[2], "minf", "stbl", "stsd");
        byte[] codec = new byte[4];
        description.get(12, codec);
        assertThat(new String(codec, StandardCharsets.US_ASCII)).isEqualTo("avc1");
        assertThat(description.getShort(40)).as("width").isEqualTo((short) WIDTH);
        assertThat(description.getShort(42)).as("height").isEqualTo((short) HEIGHT);
    }

    private static List<Picture> decode(Path file) throws IOException {
        try (SeekableByteChannel channel = NIOUtils.readableChannel(file.toFile());
                MP4Demuxer demuxer = MP4Demuxer.createMP4Demuxer(channel)) {
            DemuxerTrack track = demuxer.getVideoTrack();
            ByteBuffer parameters = track.getMeta().getCodecPrivate();
            H264Decoder decoder = H264Decoder.createH264DecoderFromCodecPrivate(parameters);
            List<Picture> pictures = new ArrayList<>();
            for (Packet packet = track.nextFrame(); packet != null; packet = track.nextFrame()) {
                Picture room = Picture.create(WIDTH + 32, HEIGHT + 32, ColorSpace.YUV420J);
                pictures.add(decoder.decodeFrameFromNals(H264Utils.splitFrame(packet.getData()), room.getData())
                        .cloneCropped());
            }
            return pictures;
        }
    }

    /** The mean difference of brightnesses, in steps of 255. */
    private static double difference(Picture a, Picture b) {
        double sum = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            sum += Math.abs(a.getPlaneData(0)[i] - b.getPlaneData(0)[i]);
        }
        return sum / (WIDTH * HEIGHT);
    }

    /** A frame that stands where its neighbour should differs in two columns of 20 by a hundred of 255: by 1.4 in the mean. */
    @Test
    void everyFrameIsDecodedAsItWas() throws IOException {
        List<Picture> pictures = decode(write(40, 10));
        assertThat(pictures).hasSize(40);
        for (int i = 0; i < 40; i++) {
            assertThat(difference(pictures.get(i), Yuv.of(frame(i % 20))))
                    .as("frame %s", i)
                    .isLessThan(0.7);
        }
        assertThat(difference(pictures.get(7), Yuv.of(frame(8))))
                .as("another frame")
                .isGreaterThan(1);
    }

    /** The numbers of BT.601, worked out by hand: Y = 16 + 219 (0.299 R + 0.587 G + 0.114 B). */
    @Test
    void coloursBecomeBrightnessAndDifferencesByTheRule() {
        assertYuv(0xff000000, 16, 128, 128);
        assertYuv(0xffffffff, 235, 128, 128);
        assertYuv(0xffff0000, 81, 90, 240);
        assertYuv(0xff0000ff, 41, 240, 110);
    }

    private static void assertYuv(int colour, int... expected) {
        Picture picture = Yuv.of(new Frame(2, 2, new int[] {colour, colour, colour, colour}));
        for (int plane = 0; plane < 3; plane++) {
            assertThat(picture.getPlaneData(plane)[0] + 128)
                    .as("plane %s", plane)
                    .isEqualTo(expected[plane]);
        }
    }

    @Test
    void anOddSizeIsRefused() {
        assertThatThrownBy(() -> Yuv.of(new Frame(3, 2, new int[6]))).hasMessageContaining("odd");
    }
}
