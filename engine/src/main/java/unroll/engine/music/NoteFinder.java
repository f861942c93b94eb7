package unroll.engine.music;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Finds the notes in the messages of a file's tracks. A key that is struck twice before it is released is released in the order in which
 * it was struck; what is never released sounds to the end of the file.
 */
final class NoteFinder {
    private static final int CHANNELS = 16;
    private static final int KIND = 0xF0;
    private static final int CHANNEL = 0x0F;
    private static final int OFF = 0x80;
    private static final int ON = 0x90;
    private static final int CONTROLLER = 0xB0;
    private static final int PEDAL = 64;
    private static final int PEDAL_DOWN = 64;
    private static final int ALL_SOUND_OFF = 120;
    private static final int ALL_NOTES_OFF = 123;

    private final List<Open> notes = new ArrayList<>();
    private final List<Channel> channels = new ArrayList<>();

    /** A note whose end may not be known yet. */
    private static final class Open {
        private final int channel;
        private final int key;
        private final long from;
        private long to = -1;

        Open(int channel, int key, long from) {
            this.channel = channel;
            this.key = key;
            this.from = from;
        }
    }

    /** What sounds on a channel: by key the notes that are held, and those that the pedal holds. */
    private static final class Channel {
        private final List<Queue<Open>> held = new ArrayList<>();
        private final List<Open> pedalled = new ArrayList<>();
        private boolean pedal;

        Channel() {
            for (int key = 0; key < Keyboard.MIDI_KEYS; key++) {
                held.add(new ArrayDeque<>(1));
            }
        }

        void release(int key, long tick) {
            Open note = held.get(key).poll();
            if (note == null) {
                return; // released without having been struck
            }
            if (pedal) {
                pedalled.add(note);
            } else {
                note.to = tick;
            }
        }

        void control(int number, int value, long tick) {
            if (number == PEDAL) {
                pedal = value >= PEDAL_DOWN;
                if (!pedal) {
                    liftPedal(tick);
                }
            } else if (number == ALL_SOUND_OFF || number == ALL_NOTES_OFF) {
                held.forEach(queue -> {
                    queue.forEach(note -> note.to = tick);
                    queue.clear();
                });
                liftPedal(tick);
            }
        }

        private void liftPedal(long tick) {
            pedalled.forEach(note -> note.to = tick);
            pedalled.clear();
        }
    }

    private NoteFinder() {
        for (int channel = 0; channel < CHANNELS; channel++) {
            channels.add(new Channel());
        }
    }

    /** Where a track is read. */
    private record Place(MidiEvents track, int number, int event) {
        long tick() {
            return track.tick(event);
        }
    }

    /**
     * The notes in the order in which they are struck.
     *
     * @param end the last tick of the file
     */
    static List<MidiNote> find(List<MidiEvents> tracks, long end) {
        NoteFinder finder = new NoteFinder();
        PriorityQueue<Place> next =
                new PriorityQueue<>(Comparator.comparingLong(Place::tick).thenComparingInt(Place::number));
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).size() > 0) {
                next.add(new Place(tracks.get(i), i, 0));
            }
        }
        while (!next.isEmpty()) {
            Place place = next.remove();
            finder.take(place.track(), place.event());
            if (place.event() + 1 < place.track().size()) {
                next.add(new Place(place.track(), place.number(), place.event() + 1));
            }
        }
        return finder.notes.stream()
                .map(note -> new MidiNote(note.channel, note.key, note.from, note.to < 0 ? end : note.to))
                .toList();
    }

    private void take(MidiEvents track, int event) {
        int status = track.status(event);
        long tick = track.tick(event);
        Channel channel = channels.get(status & CHANNEL);
        int key = track.first(event);
        switch (status & KIND) {
            case ON -> {
                if (track.second(event) > 0) {
                    Open note = new Open(status & CHANNEL, key, tick);
                    notes.add(note);
                    channel.held.get(key).add(note);
                } else {
                    channel.release(key, tick);
                }
            }
            case OFF -> channel.release(key, tick);
            case CONTROLLER -> channel.control(key, track.second(event), tick);
            default -> {} // says nothing about which notes sound
        }
    }
}
