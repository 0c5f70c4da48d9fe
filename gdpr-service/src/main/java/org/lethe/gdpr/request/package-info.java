/** The requests about data subjects: what they are, where they stand, and how they are kept. */
@NullMarked
package org.lethe.gdpr.request;

import org.jspecify.annotations.NullMarked;
