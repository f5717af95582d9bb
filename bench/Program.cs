using System.Runtime.InteropServices;
using ContentPages.Bench;
using ContentPages.Bench.Bare;
using ContentPages.Bench.Measuring;

if (args is ["bare", var kind, var port, .. var rest]) return await BareServer.Run(kind, int.Parse(port, null), rest);

var request = BenchRequest.Parse(args, out var mistake);
if (request is null)
{
    Console.Error.WriteLine(mistake);
    return 2;
}

using var cancel = new CancellationTokenSource(request.TimeLimit);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var report = new Report(request);
foreach (var name in request.Names)
{
    Console.WriteLine($"{name}...");
    try
    {
        await foreach (var figure in Benchmarks.ByName[name](request, cancel.Token)) report.Add(name, figure);
    }
    catch (Exception failure) when (failure is BenchException or HttpRequestException or OperationCanceledException)
    {
        report.Failed(name, cancel.IsCancellationRequested ? "stopped: out of time, or Ctrl-C" : failure.Message);
        if (cancel.IsCancellationRequested) break;
    }
}

report.Print(Console.Out);
return report.AllKept ? 0 : 1;

// The servers that were started must be stopped first.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    cancel.Cancel();
}
