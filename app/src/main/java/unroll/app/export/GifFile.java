package unroll.app.export;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** An animated GIF that plays for ever: of every frame that alone is written which changed. */
final class GifFile implements FilmFile {
    /** GIF counts hundredths of a second. */
    private static final int HUNDREDTHS = 100;

    /** A colour that is off by so little is not seen to be another, so the palette may stay. */
    private static final int UNSEEN = 4;

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream out;
    private final int framesPerSecond;
    private @Nullable Palette palette;
    private @Nullable Frame last;
    private int written;

    GifFile(Path file, int framesPerSecond) throws IOException {
        this.framesPerSecond = framesPerSecond;
        out = ImageIO.createImageOutputStream(file.toFile());
        if (out == null) {
            throw new IOException("there is no writing to " + file);
        }
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void add(Frame frame) throws IOException {
        Rectangle changed = changed(frame);
        Palette colours = palette;
        if (colours == null || !colours.serves(frame.pixels(), UNSEEN)) {
            colours = Palette.of(frame.pixels());
            palette = colours;
        }
        BufferedImage image =
                new BufferedImage(changed.width, changed.height, BufferedImage.TYPE_BYTE_INDEXED, colours.model());
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < changed.height; y++) {
            for (int x = 0; x < changed.width; x++) {
                int at = (changed.y + y) * frame.width() + changed.x + x;
                raster.setSample(x, y, 0, colours.index(frame.pixels()[at]));
            }
        }
        writer.writeToSequence(new IIOImage(image, null, metadata(image, changed)), null);
        last = frame;
        written++;
    }

    /** The smallest part that has all pixels that are other than before; a single one where none is. */
    private Rectangle changed(Frame frame) {
        Frame before = last;
        if (before == null) {
            return new Rectangle(0, 0, frame.width(), frame.height());
        }
        if (before.width() != frame.width() || before.height() != frame.height()) {
            throw new IllegalArgumentException("a frame of another size");
        }
        Rectangle part = new Rectangle(0, 0, -1, -1);
        for (int i = 0; i < frame.pixels().length; i++) {
            if (frame.pixels()[i] != before.pixels()[i]) {
                part.add(new Rectangle(i % frame.width(), i / frame.width(), 1, 1));
            }
        }
        return part.width < 0 ? new Rectangle(0, 0, 1, 1) : part;
    }

    private IIOMetadata metadata(BufferedImage image, Rectangle part) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(part.x));
        place.setAttribute("imageTopPosition", Integer.toString(part.y));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(delay()));
        if (written == 0) {
            IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
            extension.setAttribute("applicationID", "NETSCAPE");
            extension.setAttribute("authenticationCode", "2.0");
            extension.setUserObject(new byte[] {1, 0, 0}); // again and again
            child(root, "ApplicationExtensions").appendChild(extension);
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    /** So that all frames up to now last as long as they should, to the hundredth. */
    private int delay() {
        return HUNDREDTHS * (written + 1) / framesPerSecond - HUNDREDTHS * written / framesPerSecond;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    @Override
    public void finish() throws IOException {
        writer.endWriteSequence();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }
}
