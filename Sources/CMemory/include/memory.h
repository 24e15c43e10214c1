#pragma once

/* Lets go of the pages of programs and libraries that were only needed to start: the system reads
   them again from their files where they are needed. */
void kn_release_startup_pages(void);
