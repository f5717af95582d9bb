namespace ContentPages.Bench.Uploads;

/// <summary>Uploads to both sides, in seconds and MB.</summary>
internal sealed class UploadSamples
{
    public List<double> Wall { get; } = [];
    public List<double> Confirm { get; } = [];
    public List<double> Cpu { get; } = [];
    public List<double> Peak { get; } = [];
    public List<double> BareWall { get; } = [];
    public List<double> BareInParts { get; } = [];
    public List<double> BareCpu { get; } = [];
    public List<double> BarePeak { get; } = [];

    public void AddOurs(UploadRun run)
    {
        Wall.Add(run.Wall);
        Confirm.Add(run.Confirm);
        Cpu.Add(run.Cpu);
        Peak.Add(run.Peak);
    }

    public void AddBare(UploadRun run)
    {
        BareWall.Add(run.Wall);
        BareCpu.Add(run.Cpu);
        BarePeak.Add(run.Peak);
    }
}
