/**
 * Views as files for slides and papers: {@link Studio} takes still pictures, {@link Filming} makes films off-screen, and
 * {@link ExportController} has a person choose on a sheet.
 */
@NullMarked
package unroll.app.export;

import org.jspecify.annotations.NullMarked;
