// Each form that coroutines.py must find, marked with its name at the line where it is reported.
// Never compiled.

Task<int> conditions(Thing *thing)
{
    if (co_await thing->ready()) // BAD: condition
        thing->go();
    while (co_await thing->more()) { // BAD: condition
        thing->go();
    }
    for (int i = 0; co_await thing->more(); ++i) // BAD: condition
        thing->go();
    switch (co_await thing->kind()) { // BAD: condition
    case 1:
        break;
    }
    if (int count = 3; co_await thing->ready()) // BAD: condition
        thing->go();
    if (1 < 2 && !(co_await thing->ready())) // BAD: condition
        thing->go();
    if (count = co_await thing->count()) // BAD: condition
        thing->go();
    do {
        thing->go();
    } while (co_await thing->more()); // BAD: condition
    if constexpr (co_await thing->ready()) { // BAD: condition
    }
    co_return 1;
}

Task<int> operands(Thing *thing, int x)
{
    co_await thing->run([x] { return x; }); // BAD: operand
    co_await thing->run([x] { return x; }()); // BAD: operand
    co_await thing->run([] { return 1; }); // BAD: operand
    const int a = co_await thing->take(Request{x}); // BAD: operand
    const int b = co_await thing->take({x, x}); // BAD: operand
    const int c = co_await thing->take( // BAD: operand
        {.url = x});
    co_await Awaiter{x}; // BAD: operand
    use(1, co_await thing->take(Request{x})); // BAD: operand
    co_return a + b + c;
}

Task<int> ternaries(Thing *thing, bool flag)
{
    const int a = flag ? co_await thing->one() : 2; // BAD: ternary
    const int b = flag ? 2 : co_await thing->one(); // BAD: ternary
    const int c = co_await thing->one() ? 1 : 2; // BAD: ternary
    use(flag
            ? 1
            : co_await thing->one()); // BAD: ternary
    co_return a + b + c;
}

Task<int> initialisers(Thing *thing)
{
    const Pair pair{co_await thing->one(), 1}; // BAD: braces
    auto [first, second] = Pair{co_await thing->one(), 1}; // BAD: braces
    std::vector<int> list{1, co_await thing->one()}; // BAD: braces
    std::vector<int> other = {use(co_await thing->one())}; // BAD: braces
    co_return Pair{first, co_await thing->one()}; // BAD: braces
}

void lambdas(Group &group, int x)
{
    group.start([x]() -> Task<int> { // BAD: capture
        co_await sleepFor(x);
        if (x > 1) {
            co_return x;
        }
    }());
    auto all = [&]() -> Task<> { co_return; }; // BAD: capture
    auto self = [this](int a) mutable noexcept -> Task<> { co_await sleepFor(a); }; // BAD: capture
    auto plain = [](const int &a) -> Task<> { co_await sleepFor(a); }; // BAD: reference
}

Task<> referring(const QString &text) // BAD: reference
{
    co_return;
}
Task<std::optional<int>> Class::referring(int a, Thing &thing); // BAD: reference
template <typename T>
Task<T> Class<T>::moving(Task<T> &&task); // BAD: reference
