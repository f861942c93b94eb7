package unroll.app.export;

import java.nio.file.Path;

/**
 * What a person wants as a file.
 *
 * @param subject which view
 * @param format as what
 * @param file the file
 */
record Order(ExportSubject subject, ExportFormat format, Path file) {}
