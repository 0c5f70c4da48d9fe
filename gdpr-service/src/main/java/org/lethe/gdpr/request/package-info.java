/** The requests about data subjects that are being worked on. */
@NullMarked
package org.lethe.gdpr.request;

import org.jspecify.annotations.NullMarked;
