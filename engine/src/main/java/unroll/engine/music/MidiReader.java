package unroll.engine.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the chunks and events of a Standard MIDI File, and refuses what is none with the place. */
final class MidiReader {
    private static final String HEAD = "MThd";
    private static final String TRACK = "MTrk";
    private static final int CHUNK_HEAD = 8;
    private static final int LEAST_HEAD = 6;

    /** Bytes of the head that old Macintoshes wrote before a file. */
    private static final int MAC_BINARY = 128;

    private static final int HIGHEST_FORMAT = 2;
    private static final int SMPTE = 0x8000;

    /** Frames a second that are called 29 drop two numbers a minute, so that they fit the colour television of America. */
    private static final int DROPPING = 29;

    private static final double DROPPING_RATE = 30_000 / 1001.0;

    private static final int STATUS = 0x80;
    private static final int SYSTEM = 0xF0;
    private static final int CONTINUED = 0xF7;
    private static final int META = 0xFF;
    private static final int TEMPO = 0x51;
    private static final int END = 0x2F;
    private static final int PROGRAM = 0xC0;
    private static final int PITCH = 0xE0;

    private final List<MidiEvents> tracks = new ArrayList<>();
    private final List<TempoMap.Change> tempi = new ArrayList<>();
    private long lastTick;

    private MidiReader() {}

    static MidiPiece read(MidiBytes bytes) {
        MidiReader reader = new MidiReader();
        MidiBytes music = unwrapped(bytes);
        music.skip(HEAD.length());
        long size = music.unsigned32();
        if (size < LEAST_HEAD || size > music.left()) {
            throw music.complaint("the head is said to have " + size + " bytes, which no MIDI file has");
        }
        MidiBytes head = music.part("the head", (int) size);
        int format = head.unsigned16();
        if (format > HIGHEST_FORMAT) {
            throw head.complaint("it says that it is of format " + format + "; 0, 1 and 2 are known");
        }
        int announced = head.unsigned16();
        TempoMap.Division division = division(head);
        reader.chunks(music, announced);
        return new MidiPiece(
                reader.tracks.size(),
                division,
                reader.tempi,
                reader.lastTick,
                NoteFinder.find(reader.tracks, reader.lastTick));
    }

    /** What is inside of the RIFF file that Windows makes of one, or behind the head of a Macintosh. */
    private static MidiBytes unwrapped(MidiBytes bytes) {
        if (bytes.has(0, "RIFF") && bytes.has(CHUNK_HEAD, "RMID")) {
            bytes.skip(CHUNK_HEAD + HEAD.length());
            while (!bytes.has(0, "data")) {
                bytes.skip(HEAD.length());
                long size = bytes.littleEndian32();
                bytes.skip((int) Math.min(Integer.MAX_VALUE, size + (size & 1)));
            }
            bytes.skip(CHUNK_HEAD);
        } else if (bytes.has(MAC_BINARY, HEAD)) {
            bytes.skip(MAC_BINARY);
        }
        if (!bytes.has(0, HEAD)) {
            throw bytes.complaint("'" + HEAD + "', with which MIDI files begin, does not stand there");
        }
        return bytes;
    }

    private static TempoMap.Division division(MidiBytes head) {
        int division = head.unsigned16();
        if (division < SMPTE) {
            if (division == 0) {
                throw head.complaint("a quarter note is said to have 0 ticks, so that nobody knows when anything is");
            }
            return new TempoMap.Division(division, 0);
        }
        int frames = -(byte) (division >> Byte.SIZE);
        int ticks = division & 0xFF;
        if (ticks == 0 || !List.of(24, 25, DROPPING, 30).contains(frames)) {
            throw head.complaint(
                    String.format(Locale.ROOT, "%d frames a second with %d ticks each is no time code", frames, ticks));
        }
        return new TempoMap.Division(0, ticks * (frames == DROPPING ? DROPPING_RATE : frames));
    }

    /** What is no track is passed over; so is what stands behind the last. */
    private void chunks(MidiBytes music, int announced) {
        while (tracks.size() < announced && music.left() > 0) {
            boolean track = music.has(0, TRACK);
            music.skip(TRACK.length());
            long size = music.unsigned32();
            if (size > music.left()) {
                throw music.complaint(String.format(
                        Locale.ROOT,
                        "%s is said to have %,d bytes, but %,d follow: the file is cut off or damaged",
                        track ? "track " + (tracks.size() + 1) : "a part that is no track",
                        size,
                        music.left()));
            }
            if (track) {
                track(music.part("track " + (tracks.size() + 1), (int) size));
            } else {
                music.skip((int) size);
            }
        }
        if (tracks.size() < announced) {
            throw music.complaint(
                    "the file ends after " + tracks.size() + " of " + announced + " tracks: it is cut off or damaged");
        }
    }

    private void track(MidiBytes bytes) {
        MidiEvents events = new MidiEvents();
        long tick = 0;
        int running = 0;
        boolean ended = false;
        while (bytes.left() > 0 && !ended) {
            tick += bytes.variable();
            int status = bytes.unsigned8();
            if (status < STATUS) {
                bytes.back();
                if (running == 0) {
                    throw bytes.complaint(String.format(
                            Locale.ROOT,
                            "%02X stands where an event is to begin, after nothing it could repeat",
                            status));
                }
                channel(bytes, events, tick, running);
            } else if (status < SYSTEM) {
                running = status;
                channel(bytes, events, tick, status);
            } else {
                running = 0;
                ended = system(bytes, tick, status);
            }
        }
        lastTick = Math.max(lastTick, tick);
        tracks.add(events);
    }

    private static void channel(MidiBytes bytes, MidiEvents events, long tick, int status) {
        int first = bytes.data();
        boolean single = status >= PROGRAM && status < PITCH;
        events.add(tick, status, first, single ? 0 : bytes.data());
    }

    /** A message to nobody's channel; true where it ends the track. */
    private boolean system(MidiBytes bytes, long tick, int status) {
        if (status != SYSTEM && status != CONTINUED && status != META) {
            bytes.back();
            throw bytes.complaint(String.format(Locale.ROOT, "%02X begins no event that a file can have", status));
        }
        int type = status == META ? bytes.data() : -1;
        int size = bytes.variable();
        if (type == TEMPO && size == 3) {
            int tempo = bytes.unsigned24();
            if (tempo == 0) {
                throw bytes.complaint("a quarter note is said to last no time");
            }
            tempi.add(new TempoMap.Change(tick, tempo));
        } else {
            bytes.skip(size);
        }
        return type == END;
    }
}
