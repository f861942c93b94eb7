package unroll.engine.experiment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/**
 * An experiment as text that people send to each other: the settings that are not as at first, as indented JSON or as a link, which is
 * {@code unroll:} and the base64url without padding (RFC 4648) of the zlib stream (RFC 1950) of the same JSON.
 */
public final class ExperimentText {
    private static final String LINK = "unroll:";

    /** Bytes that a link may unfold to, and characters that a text may have: experiments have about a thousand. */
    private static final int MOST = 1 << 18;

    private ExperimentText() {}

    /** The experiment to be read by people and by {@link #read}. */
    public static String of(Experiment experiment) {
        return SettingsJson.writeChanged(experiment);
    }

    /** The experiment in one word, to be read by {@link #read}. */
    public static String link(Experiment experiment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, best)) {
            out.write(of(experiment).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            best.end();
        }
        return LINK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** Whether a text means to be a link. */
    public static boolean isLink(String text) {
        return text.strip().startsWith(LINK);
    }

    /**
     * The experiment that a text is, whether or not as a link; a mail may have broken a link into lines.
     *
     * @param source where the text is from, for messages
     * @throws SettingsException with a sentence where it is none
     */
    public static Experiment read(String text, String source) {
        String whole = text.strip();
        if (whole.length() > MOST) {
            throw new SettingsException(source, "is too long a text for an experiment");
        }
        if (!isLink(whole) && !whole.startsWith("{")) {
            throw new SettingsException(
                    source, "holds no experiment, which begins with a brace { as text and with " + LINK + " as a link");
        }
        String json = isLink(whole) ? unfolded(whole.substring(LINK.length()), source) : whole;
        return SettingsJson.read(Experiment.class, json, source);
    }

    private static String unfolded(String link, String source) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(link.replaceAll("\\s", ""));
            try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
                byte[] json = in.readNBytes(MOST + 1);
                if (json.length > MOST) {
                    throw new SettingsException(source, "is a link with more in it than an experiment has");
                }
                return new String(json, StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException | IOException e) {
            throw new SettingsException(source, "is not a whole link; copy all of it again");
        }
    }
}
