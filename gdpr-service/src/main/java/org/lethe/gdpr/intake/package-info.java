/** Where requests come in, are taken up again, and are found. */
@NullMarked
package org.lethe.gdpr.intake;

import org.jspecify.annotations.NullMarked;
