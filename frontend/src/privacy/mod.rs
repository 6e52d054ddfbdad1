//! Personal data: the notice that is accepted before anything else, and the copy of one's own data.

mod mine;
mod page;

pub(crate) use mine::MyData;
pub(crate) use page::NoticePage;
