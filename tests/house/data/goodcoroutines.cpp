// Everything here is right; coroutines.py must find nothing. Never compiled.

Task<int> plain(Thing *thing, QString text, std::function<void(const QString &)> report)
{
    // if (co_await in a comment) and "while (co_await in a string)"
    const char *words = "if (co_await thing->ready()) { c ? a : b }";
    const char *raw = R"(while (co_await x) ")";
    const char quote = '"';
    const int large = 1'000'000;
    co_await thing->go();
    const int a = co_await thing->take(text);
    const int b = co_await thing->take(std::move(report)), c = 3;
    const auto [first, second] = co_await thing->pair();
    const bool ready = co_await thing->ready();
    if (ready)
        co_await thing->go();
    if (auto value = co_await thing->maybe())
        use(*value);
    while (std::optional<int> value = co_await thing->queue().get())
        use(*value);
    for (const auto &item : co_await thing->items()) {
        use(item);
    }
    for (int i = 0; i < 3; ++i)
        co_await thing->go();
    if (a < b) {
        co_await thing->go();
    } else {
        co_await thing->stop();
    }
    const int d = a > b ? a : b;
    co_await thing->take(d);
    use(co_await thing->one(), co_await thing->two());
    const Request request{.url = a};
    co_await thing->fetch(request);
    const auto work = [text] { return text.size(); };
    co_await thing->run(work);
    thing->list[co_await thing->one()] = 2;
    try {
        co_await thing->go();
    } catch (const Error &error) {
        use(error);
    }
    switch (d) {
    case 1: {
        co_await thing->go();
        break;
    }
    default:
        co_await thing->stop();
    }
    co_return Pair{a, b};
}

void starter(Group &group, Thing &thing)
{
    group.start([](Thing *given) -> Task<int> { co_return co_await given->one(); }(&thing));
    const auto filter = [&thing](const Item &item) { return thing.likes(item) ? 1 : 2; };
    use(filter);
}

class Awaiter
{
public:
    Awaiter operator co_await() && noexcept { return Awaiter(*this); }
    Task(Task &&other) noexcept;
    Task<T> &operator=(Task<T> &&other) noexcept;
    Scheduled<T> schedule(Task<T> &&task);
    int m_values[3] = {1, 2, 3};
    std::map<int, Task<int>> m_tasks{};
};

auto Awaiter::start(int a) -> Task<int>
{
    co_return co_await thing(a);
}
