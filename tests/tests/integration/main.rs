//! The API over HTTP, on whichever engine `MESA_TEST_DATABASE_URL` chooses: one file for each topic.

mod walk;
