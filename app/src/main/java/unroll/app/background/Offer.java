package unroll.app.background;

/**
 * What can be done about something that is told.
 *
 * @param name of its button
 * @param help explains it
 * @param action does it
 */
public record Offer(String name, String help, Runnable action) {}
