package unroll.app.view;

import javafx.scene.input.KeyCode;

/**
 * What a live view is called.
 *
 * @param name by arrangements and addresses, for ever, for files keep it: {@code loss}
 * @param title by people
 * @param key which, with Alt, shows or closes it
 * @param help what it shows, in a sentence or two
 */
public record ViewName(String name, String title, KeyCode key, String help) {}
