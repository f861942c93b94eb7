package unroll.app.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder.EncodedFrame;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Packet.FrameType;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;
import org.jspecify.annotations.Nullable;

/** An MP4 file with H.264 in it, of an even width and height; it says by which rule its colours were made. */
final class Mp4File implements FilmFile {
    /** A whole picture comes every so many frames, so that one can jump in the film. */
    private static final int WHOLE = 25;

    /** BT.601 in the numbers of H.264 (table E-3 to E-5). */
    private static final int BT_601 = 6;

    private static final int UNSPECIFIED_FORMAT = 5;

    /**
     * How coarse H.264 may be, from 0 to 51: a film of the window at 10 is as near to its pixels as one at 4, for the halved colours
     * decide, and a ground of one colour stays even; at 16 it does not.
     */
    private static final int COARSENESS = 10;

    /** A coded frame is never larger than its pixels, and there is something before and after it. */
    private static final int BYTES_A_PIXEL = 3;

    private static final int AROUND = 1 << 16;

    /** All frames alike, however many bytes they take. */
    private static final class Even implements RateControl {
        @Override
        public int startPicture(Size size, int maxSize, SliceType sliceType) {
            return COARSENESS;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }

    private final SeekableByteChannel channel;
    private final MP4Muxer muxer;
    private final H264Encoder encoder = new H264Encoder(new Even()) {
        @Override
        public SeqParameterSet initSPS(Size size) {
            SeqParameterSet set = super.initSPS(size);
            set.vuiParams = colours();
            return set;
        }
    };
    private final int framesPerSecond;
    private @Nullable MuxerTrack track;
    private int written;

    Mp4File(Path file, int framesPerSecond) throws IOException {
        this.framesPerSecond = framesPerSecond;
        channel = NIOUtils.writableChannel(file.toFile());
        muxer = MP4Muxer.createMP4MuxerToChannel(channel);
        encoder.setKeyInterval(WHOLE);
    }

    private static VUIParameters colours() {
        VUIParameters vui = new VUIParameters();
        vui.videoSignalTypePresentFlag = true;
        vui.videoFormat = UNSPECIFIED_FORMAT;
        vui.videoFullRangeFlag = false;
        vui.colourDescriptionPresentFlag = true;
        vui.colourPrimaries = BT_601;
        vui.transferCharacteristics = BT_601;
        vui.matrixCoefficients = BT_601;
        return vui;
    }

    @Override
    public void add(Frame frame) throws IOException {
        Picture picture = Yuv.of(frame);
        MuxerTrack to = track;
        if (to == null) {
            to = muxer.addVideoTrack(
                    Codec.H264,
                    VideoCodecMeta.createSimpleVideoCodecMeta(
                            new Size(frame.width(), frame.height()), ColorSpace.YUV420));
            track = to;
        }
        ByteBuffer room = ByteBuffer.allocate(AROUND + BYTES_A_PIXEL * frame.width() * frame.height());
        EncodedFrame coded = encoder.encodeFrame(picture, room);
        to.addFrame(Packet.createPacket(
                coded.getData(),
                written,
                framesPerSecond,
                1,
                written,
                coded.isKeyFrame() ? FrameType.KEY : FrameType.INTER,
                null));
        written++;
    }

    @Override
    public void finish() throws IOException {
        muxer.finish();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
