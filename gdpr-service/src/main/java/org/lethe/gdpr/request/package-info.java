/** The requests about data subjects: how they come in, where they stand, and who works on them. */
@NullMarked
package org.lethe.gdpr.request;

import org.jspecify.annotations.NullMarked;
