/**
 * What is held about a subject as it is handed out: JSON, a page to read, an archive with files.
 */
@NullMarked
package org.lethe.gdpr.access.export;

import org.jspecify.annotations.NullMarked;
